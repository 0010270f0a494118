import { createHash } from 'node:crypto';
import { type Fault, isRefToken, parseInstant } from '@throughline/kernel';
import { entryBytes, leafHash } from '@throughline/ledger';
import type { LogEntry } from '@throughline/log';
import { type Envelope, keyHash, readEnvelope, UnreadableEnvelope } from '@throughline/records';

/** One entry of the log, taken apart as far as it can be without a key. */
export interface StoredRecord {
  readonly entry: LogEntry;
  readonly position: number;
  /** Sixteen bytes that stand for source and id. */
  readonly key: Buffer;
  readonly leaf: Buffer;
  readonly envelope: Envelope;
  readonly time: number;
  readonly recordedtime: number;
}

/** An entry that no reader can make sense of: it is set aside, and still has its leaf. */
export interface UnreadableRecord {
  readonly entry: LogEntry;
  readonly position: number;
  readonly key: Buffer;
  readonly leaf: Buffer;
  readonly reason: Fault;
}

export const isReadable = (record: StoredRecord | UnreadableRecord): record is StoredRecord => 'envelope' in record;

const leafOf = (entry: LogEntry, record: Pick<Envelope, 'source' | 'id' | 'type' | 'time' | 'recordedtime'>): Buffer =>
  leafHash(
    entryBytes({
      position: `${entry.partnership}:${entry.position}`,
      source: record.source,
      id: record.id,
      type: record.type,
      time: record.time,
      recordedtime: record.recordedtime,
      stored: entry.value,
    }),
  );

/** Whether everything that is read of an envelope is there: damaged bytes may still be JSON. */
const isWhole = ({ source, id, type, digest, data, sealed, subject }: Partial<Envelope>): boolean =>
  typeof source === 'string' &&
  typeof id === 'string' &&
  typeof type === 'string' &&
  typeof digest === 'string' &&
  typeof data === 'object' &&
  (subject === undefined || isRefToken(subject)) &&
  Array.isArray(sealed) &&
  sealed.every(
    (part: unknown) => typeof part === 'object' && part !== null && 'ref' in part && isRefToken(String(part.ref)) && 'box' in part,
  );

/**
 * Reads an entry of the log. What is damaged comes back as unreadable; a format of a newer release is thrown, for it stops
 * the partition: to go on would be to misread.
 */
export const storedRecord = (entry: LogEntry): StoredRecord | UnreadableRecord => {
  const position = Number(entry.position);
  try {
    const envelope = readEnvelope(entry.value);
    if (!isWhole(envelope)) throw new UnreadableEnvelope('the envelope has lost a part of itself');
    const time = parseInstant(envelope.time);
    const recordedtime = envelope.recordedtime === envelope.time ? time : parseInstant(envelope.recordedtime);
    if (time === undefined || recordedtime === undefined || envelope.partnership !== entry.partnership) {
      throw new UnreadableEnvelope('the envelope has no valid times, or lies under another partnership');
    }
    return { entry, position, envelope, time, recordedtime, key: keyHash(envelope), leaf: leafOf(entry, envelope) };
  } catch (reason) {
    if (!(reason instanceof UnreadableEnvelope)) throw reason;
    const nobody = { source: '', id: '', type: '', time: '', recordedtime: '' };
    const key = createHash('sha256').update(`unreadable\n${position}`).digest().subarray(0, 16);
    return { entry, position, key, leaf: leafOf(entry, nobody), reason };
  }
};
