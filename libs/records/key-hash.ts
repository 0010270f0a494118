import { createHash } from 'node:crypto';
import type { RecordKey } from './recorded';

/** Sixteen bytes that stand for a record's source and id in the tables. */
export const keyHash = ({ source, id }: RecordKey): Buffer => createHash('sha256').update(`${source}\n${id}`).digest().subarray(0, 16);
