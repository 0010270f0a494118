import type { RefToken } from '@throughline/kernel';
import type { RecordKey } from '@throughline/records';
import type { PartnershipState } from '@throughline/safeguards';
import type { StoredRecord } from '../batch/stored-record';

/** References and traces of one partnership that the next records will need. */
export interface Wanted {
  readonly state: PartnershipState;
  readonly refs: Iterable<RefToken>;
  /** Tokens of identities and homes: whoever left them may be the same person, or live in the same household. */
  readonly traces?: Iterable<string>;
}

/** Where the state of a partnership comes from when it is not in memory. */
export interface PeopleSource {
  isAtHand(state: PartnershipState, ref: RefToken): boolean;
  /** After this every wanted reference, and everyone they lead to, is in the state or known to be new. */
  bring(wanted: readonly Wanted[]): Promise<void>;
  /** Brings the people whom deadlines due by an instant are about. */
  bringDue(due: ReadonlyMap<PartnershipState, number>): Promise<void>;
  /** The references of stored records, so that a correction finds what it corrects. */
  refsOf(state: PartnershipState, keys: readonly RecordKey[]): Promise<readonly RefToken[]>;
  /** The digests of records that are stored already, by key in hexadecimal. */
  digestsOf(keys: ReadonlyMap<PartnershipState, readonly Buffer[]>): Promise<ReadonlyMap<PartnershipState, ReadonlyMap<string, string>>>;
  /** A record that was set aside, to be tried again. */
  setAside(state: PartnershipState, position: number): Promise<{ readonly record: StoredRecord; readonly index: number } | undefined>;
}
