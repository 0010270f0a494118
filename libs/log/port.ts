import { Fault } from '@throughline/kernel';

/** What is appended: the sealed bytes of one record, under the partnership whose order it joins. */
export interface NewEntry {
  readonly partnership: string;
  readonly value: Buffer;
  /**
   * Only where a log is copied: the position that the entry had in the log it comes from, which it keeps.
   * Either every entry of a call carries one, or none does (`PositionsMixed`).
   */
  readonly position?: bigint;
}

/** An entry as it stands in the log. */
export interface LogEntry {
  readonly partnership: string;
  readonly value: Buffer;
  /**
   * Where a reader of this partition stands: the physical place of the entry in this copy of the log. Offsets MUST be dense: the first
   * entry of a partition has 0, each later one the next number, and a reader that has had offset n goes on at n + 1.
   */
  readonly offset: bigint;
  /** The position that callers see: increasing within a partnership, with gaps. A copied entry keeps the one it had. */
  readonly position: bigint;
}

/** The header in which a copied entry carries its former position, where the log's medium has headers. */
export const POSITION_HEADER = 'throughline-position';

/** The most bytes of one append within one partition: the values, and for each entry 128 bytes for what stands around it. */
export const MAX_APPEND_BYTES = 8 * 1024 * 1024;
export const ENTRY_OVERHEAD_BYTES = 128;

export interface PartitionBounds {
  /** The oldest offset that can still be read. */
  readonly begin: bigint;
  /** The offset that the next entry will get. */
  readonly end: bigint;
}

/** What the log hands to the owner of a partition. No call may throw for a reason that is not fatal to the partition. */
export interface PartitionReader {
  /**
   * Called when this process becomes the owner; answers the offset at which reading MUST start (0 for a new reader).
   * A rejection stops this partition, as one of `entries` does.
   */
  assigned(partition: number): Promise<bigint>;
  /**
   * Entries in order, without a hole, from the offset that `assigned` answered; never none. The next call comes after this one
   * is settled. For a moment two processes may own a partition, so both get the same entries: the reader MUST move its offset by
   * compare-and-set in the transaction of the effects, and MUST reject with `OffsetMoved` where another was quicker. The adapter
   * then calls `revoked`, and, where this process still owns the partition, `assigned` anew.
   * Any other rejection stops this partition, and only this one: the adapter reports it by `stopped` and reads no further.
   */
  entries(partition: number, entries: readonly LogEntry[]): Promise<void>;
  /** The partition went to another owner, or the reader stops: forget what was kept in memory for it. Never during `entries`. */
  revoked(partition: number): void;
  /** Reading this partition has ended for a reason that needs a person; loud by contract. Nothing more comes until `assigned`. */
  stopped(partition: number, reason: Error): void;
}

export interface Subscription {
  /** Settles when no call into the reader is under way and none will come; every partition that it owned was revoked. */
  stop(): Promise<void>;
}

export interface SubscribeOptions {
  /** Readers of one group share the partitions of this log; each partition has one owner at a time (for a moment two: see `entries`). */
  readonly group: string;
  /** The most entries in one call. */
  readonly maxEntries: number;
}

export interface ScanRange {
  /** The first offset that is read. */
  readonly from: bigint;
  /** The first offset that is not read; the partition's end at the time of the call where that comes first. */
  readonly to: bigint;
  /** The most entries in one batch. */
  readonly maxEntries: number;
}

/**
 * The append-only sequence of records, the only source of truth. It has no update, no delete and no force.
 *
 * - An append MUST be durable before it settles, and MUST be all or nothing within one partnership.
 * - A partnership's entries MUST all lie in one partition, in the order in which their appends were settled;
 *   entries of one call keep their order.
 * - A reader MUST see every entry once its position lies below the partition's end, however late its writer committed.
 * - Reading from an offset that is no longer there MUST fail with `LogTrimmed`, never jump.
 * - Several writers at once MUST not disturb one another's order or lose an entry.
 */
export interface Log {
  readonly partitions: number;
  /** The partition that carries this partnership: the same for every process and for ever. */
  partitionOf(partnership: string): number;
  /**
   * Durable when settled; answers the positions, in the order of the entries. Rejects with `AppendTooLarge`, nothing stored,
   * above `MAX_APPEND_BYTES`, with `PositionsMixed`, nothing stored, where only some entries keep a position, and with
   * `LogUnavailable` where it cannot tell that all of it is stored. Appends under way at once are put in one order, whichever.
   */
  append(entries: readonly NewEntry[]): Promise<readonly bigint[]>;
  bounds(partition: number): Promise<PartitionBounds>;
  /**
   * Reads a stretch of one partition in order, batch by batch, independent of every subscription. The next batches are fetched
   * while one is handled, and no more than a few are held; leaving the loop ends the reading. Fails with `LogTrimmed` where an
   * entry of the range is no longer there, with `LogUnavailable` where the log does not answer.
   */
  scan(partition: number, range: ScanRange): AsyncIterable<readonly LogEntry[]>;
  subscribe(reader: PartitionReader, options: SubscribeOptions): Promise<Subscription>;
  /** Stops every subscription, then lets go of what the log holds. */
  close(): Promise<void>;
}

/**
 * The log could not take or give entries just now. Nothing of a failed append counts as stored, yet it may turn up in the log,
 * once or twice, where only the answer was lost: effects are made once by (source, id), so the caller may simply try again.
 */
export class LogUnavailable extends Fault {
  readonly retriable = true;
}

/** An append holds more bytes for one partition than the log takes at once. Nothing of it was stored. */
export class AppendTooLarge extends Fault {
  readonly retriable = false;
}

/** Some entries of an append keep a former position and others do not. Nothing of it was stored. */
export class PositionsMixed extends Fault {
  readonly retriable = false;
}

/**
 * Entries that a reader has not seen are gone from the log, or the log ends before the place where the reader stands:
 * somebody must restore it; reading on would lose records.
 */
export class LogTrimmed extends Fault {
  readonly retriable = false;
}

/** Another owner of the partition has moved its offset first: nothing of this batch had an effect here. */
export class OffsetMoved extends Fault {
  readonly retriable = true;
}

/** The log was made with another number of partitions: opened with this one, a partnership would change its partition. */
export class PartitionCountDiffers extends Fault {
  readonly retriable = false;
}
