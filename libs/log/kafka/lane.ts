import { setTimeout as pause } from 'node:timers/promises';
import type { Batch } from 'kafkajs';
import { LogTrimmed, OffsetMoved, type PartitionBounds, type PartitionReader } from '../port';
import { Fetched, type Steering } from './fetched';

const RETRY_MS = 500;
/** After a change of leaders an end may look lower for a moment: only what is seen this often in a row counts. */
const ROUNDS_BEFORE_SHORTER = 3;

const asError = (reason: unknown): Error => (reason instanceof Error ? reason : new Error(String(reason)));

export interface LaneOptions {
  readonly partition: number;
  readonly reader: PartitionReader;
  readonly maxEntries: number;
  readonly positionsFrom: bigint;
  readonly bounds: () => Promise<PartitionBounds>;
  /** The lane that this process had on the partition before, until it has settled. */
  readonly after: Promise<void>;
}

/**
 * Hands one partition to its reader, for as long as this process owns it. Fetching goes on beside the handling, and heartbeats with
 * the fetching: so a slow handler neither loses the partition nor holds up another one.
 */
export class Lane {
  private readonly ending = new AbortController();
  private readonly fetched: Fetched;
  private failure: Error | undefined;
  private handling = false;
  private shorter = 0;
  private stalled = 0;
  readonly done: Promise<void>;

  constructor(
    private readonly options: LaneOptions,
    steering: Steering,
  ) {
    this.fetched = new Fetched(steering, options.positionsFrom, (expected, found) => void this.explainHole(expected, found));
    this.done = options.after.then(() => this.own());
  }

  end(): void {
    this.ending.abort();
    this.fetched.wake();
  }

  /** Ends the reading, once what came before is handled. */
  fail(reason: Error): void {
    this.failure ??= reason;
    this.fetched.wake();
  }

  rejoined(): void {
    this.fetched.rejoined();
  }

  offer(batch: Batch, resolveOffset: (offset: string) => void): void {
    if (!this.isEnded() && this.failure === undefined) this.fetched.offer(batch, resolveOffset);
  }

  /**
   * Compares where the reading stands with the log, whose bounds were asked for after `stoodAt` was noted. Answers for how many
   * rounds entries have been there that nobody fetches.
   */
  watch(stoodAt: bigint, bounds: PartitionBounds): number {
    const moved = this.fetched.next !== stoodAt;
    this.shorter = !moved && bounds.end < stoodAt ? this.shorter + 1 : 0;
    this.stalled = !moved && bounds.end > stoodAt && this.fetched.isEmpty && !this.handling ? this.stalled + 1 : 0;
    if ((!moved && bounds.begin > stoodAt) || this.shorter >= ROUNDS_BEFORE_SHORTER) this.fail(this.trimmed(stoodAt, bounds));
    return this.stalled;
  }

  get next(): bigint | undefined {
    return this.failure === undefined ? this.fetched.next : undefined;
  }

  private isEnded(): boolean {
    return this.ending.signal.aborted;
  }

  private async own(): Promise<void> {
    const { reader, partition } = this.options;
    while (!this.isEnded()) {
      const reason = await this.handOver().then(() => undefined, asError);
      this.fetched.halt();
      this.failure = undefined;
      if (reason !== undefined && !(reason instanceof OffsetMoved)) {
        this.failure = reason;
        reader.stopped(partition, reason);
        while (!this.isEnded()) await this.fetched.change();
      }
      reader.revoked(partition);
    }
  }

  private async handOver(): Promise<void> {
    const { reader, partition, maxEntries } = this.options;
    const from = await reader.assigned(partition);
    const bounds = await this.untilKnown();
    if (bounds === undefined) return;
    if (from < bounds.begin || from > bounds.end) throw this.trimmed(from, bounds);
    if (this.isEnded()) return;
    this.fetched.start(from);
    while (!this.isEnded()) {
      const entries = this.fetched.take(maxEntries);
      if (entries.length > 0) {
        this.handling = true;
        await reader.entries(partition, entries).finally(() => (this.handling = false));
      } else if (this.failure !== undefined) {
        throw this.failure;
      } else {
        await this.fetched.change();
      }
    }
  }

  /** The bounds, however long the cluster takes to answer; undefined where the partition is no longer owned. */
  private async untilKnown(): Promise<PartitionBounds | undefined> {
    while (!this.isEnded()) {
      const bounds = await this.options.bounds().catch(() => undefined);
      if (bounds !== undefined) return bounds;
      await pause(RETRY_MS, undefined, { signal: this.ending.signal }).catch(() => undefined);
    }
    return undefined;
  }

  /** An offset was passed over: entries are gone, or it never held one (a marker of somebody else's transaction). */
  private async explainHole(expected: bigint, found: bigint): Promise<void> {
    const bounds = await this.untilKnown();
    if (bounds === undefined) return;
    if (bounds.begin > expected) this.fail(this.trimmed(expected, bounds));
    else this.fetched.continueAt(found);
  }

  private trimmed(from: bigint, bounds: PartitionBounds): LogTrimmed {
    return new LogTrimmed(`partition ${this.options.partition} goes from ${bounds.begin} to ${bounds.end}, without ${from}`);
  }
}
