import { hash } from 'node:crypto';

/** What the ledger says of one record (contract.md, section 4): enough to prove the sealed bytes, and nothing of their meaning. */
export interface LedgerEntry {
  /** As callers see it, for example `northgate:1234`. */
  readonly position: string;
  readonly source: string;
  readonly id: string;
  readonly type: string;
  readonly time: string;
  readonly recordedtime: string;
  /** The record as it is stored in the log, sealed. */
  readonly stored: Buffer;
}

/** The entry's bytes: canonical JSON (RFC 8785), which for these text members is their JSON in order of names. */
export const entryBytes = (entry: LedgerEntry): Buffer =>
  Buffer.from(
    JSON.stringify({
      id: entry.id,
      position: entry.position,
      recordedtime: entry.recordedtime,
      sealed: hash('sha256', entry.stored, 'base64'),
      source: entry.source,
      time: entry.time,
      type: entry.type,
    }),
  );

/** RFC 6962, section 2.1: the hash of a leaf. */
export const leafHash = (entry: Buffer): Buffer => hash('sha256', Buffer.concat([LEAF, entry]), 'buffer');

const LEAF = Buffer.from([0]);
