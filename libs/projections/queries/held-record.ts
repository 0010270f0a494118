import { type Instant, parseInstant, type RefToken } from '@throughline/kernel';
import { type Envelope, readEnvelope, UnreadableEnvelope } from '@throughline/records';

/** A stored record with its place in the partnership; nothing of it is opened. */
export interface HeldRecord {
  readonly index: number;
  readonly position: number;
  readonly logTime: Instant;
  readonly time: Instant;
  readonly recordedtime: Instant;
  readonly envelope: Envelope;
}

/** What belongs to each reference in an envelope: its values at their pointers. Only those that were asked for and have a key. */
export type OpenedParts = (envelope: Envelope, refs: ReadonlySet<RefToken>) => ReadonlyMap<RefToken, Readonly<Record<string, unknown>>>;

/** Who can open: asks for the keys of these references once, then opens any number of envelopes without waiting. */
export interface PartsOpener {
  prepare(partnership: string, refs: ReadonlySet<RefToken>): Promise<OpenedParts>;
}

export interface RecordRow {
  readonly index: bigint | string;
  readonly position: bigint | string;
  readonly log_time: bigint | string;
  readonly body: Buffer;
}

/** Undefined for what nobody can read: it was set aside when it came, and nothing links to it. */
export const heldRecord = (row: RecordRow): HeldRecord | undefined => {
  try {
    const envelope = readEnvelope(row.body);
    const time = parseInstant(envelope.time);
    const recordedtime = parseInstant(envelope.recordedtime);
    if (time === undefined || recordedtime === undefined) return undefined;
    return { index: Number(row.index), position: Number(row.position), logTime: Number(row.log_time), time, recordedtime, envelope };
  } catch (reason) {
    if (reason instanceof UnreadableEnvelope) return undefined;
    throw reason;
  }
};
