import { hash } from 'node:crypto';
import type { RecordKey } from './recorded';

/** Sixteen bytes that stand for a record's source and id in the tables. */
export const keyHash = ({ source, id }: RecordKey): Buffer => hash('sha256', `${source}\n${id}`, 'buffer').subarray(0, 16);
