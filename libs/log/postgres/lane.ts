import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { type LogEntry, LogTrimmed, OffsetMoved, type PartitionReader } from '../port';

/** A reader that no notification reached looks by itself after this time. */
const POLL_MS = 1_000;
const RETRY_FROM_MS = 100;
const RETRY_TO_MS = 5_000;

const asError = (reason: unknown): Error => (reason instanceof Error ? reason : new Error(String(reason)));

/** Hands one partition to its reader, for as long as this process owns it. The next batch is read while one is handled. */
export class Lane {
  private readonly ending = new AbortController();
  private woken = false;
  private wakeUp: () => void = () => undefined;
  readonly done: Promise<void>;

  constructor(
    private readonly partition: number,
    private readonly reader: PartitionReader,
    private readonly read: (from: bigint) => Promise<readonly LogEntry[]>,
  ) {
    this.done = this.own();
  }

  /** Something was appended. */
  wake(): void {
    this.woken = true;
    this.wakeUp();
  }

  /** This process no longer owns the partition. */
  end(): void {
    this.ending.abort();
    this.wakeUp();
  }

  private isEnded(): boolean {
    return this.ending.signal.aborted;
  }

  private async own(): Promise<void> {
    while (!this.isEnded()) {
      const reason = await this.handOver().then(() => undefined, asError);
      if (reason !== undefined && !(reason instanceof OffsetMoved)) {
        this.reader.stopped(this.partition, reason);
        if (!this.isEnded()) await once(this.ending.signal, 'abort');
      }
      this.reader.revoked(this.partition);
    }
  }

  private async handOver(): Promise<void> {
    let next = await this.reader.assigned(this.partition);
    let ahead = this.fetch(next);
    while (!this.isEnded()) {
      const entries = await ahead;
      if (this.isEnded()) break;
      if (entries.length === 0) {
        await this.change();
        ahead = this.fetch(next);
        continue;
      }
      next += BigInt(entries.length);
      ahead = this.fetch(next);
      // What went wrong in reading ahead is told when its turn comes, not in the middle of this batch.
      ahead.catch(() => undefined);
      await this.reader.entries(this.partition, entries);
    }
  }

  /** Reads, and reads again where the database does not answer: only entries that are gone end it. */
  private async fetch(from: bigint): Promise<readonly LogEntry[]> {
    for (let wait = RETRY_FROM_MS; !this.isEnded(); wait = Math.min(wait * 2, RETRY_TO_MS)) {
      this.woken = false;
      try {
        return await this.read(from);
      } catch (reason) {
        if (reason instanceof LogTrimmed) throw reason;
        await pause(wait, undefined, { signal: this.ending.signal }).catch(() => undefined);
      }
    }
    return [];
  }

  private async change(): Promise<void> {
    if (this.woken || this.isEnded()) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, POLL_MS);
      this.wakeUp = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}
