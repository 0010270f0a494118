import { createHash } from 'node:crypto';
import type { RecordKey } from '@throughline/records';

/** What makes alerts one item: whom they are for, whom they are about, and the record that raised them (safeguards.md). */
export interface OfOneItem {
  readonly agency: string;
  /** The person's id, or a reference; the same kind of name for all that are compared. */
  readonly person: string;
  readonly trigger: RecordKey | undefined;
}

/** One inbox item per recipient and trigger record: several safeguards of one record for one recipient have the same key. */
export const itemKey = ({ agency, person, trigger }: OfOneItem): string =>
  createHash('sha256')
    .update(JSON.stringify([agency, person, trigger?.source, trigger?.id]))
    .digest('hex')
    .slice(0, 32);
