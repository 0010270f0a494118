import { Fault } from '@throughline/kernel';
import { ENTRY_OVERHEAD_BYTES, type Log, MAX_APPEND_BYTES, type NewEntry } from './port';

/** More is waiting for the log than may be kept in memory: the caller should come again in a moment. */
export class LogBusy extends Fault {
  readonly retriable = true;
}

export interface GroupedAppendLimits {
  /** The most entries of one append to the log, unless a single caller brings more. */
  readonly groupEntries: number;
  /** The most bytes of one append to the log, unless a single caller brings more. */
  readonly groupBytes: number;
  /** Above this many entries waiting, a caller is refused. */
  readonly waitingEntries: number;
  /** Above this many bytes waiting, a caller is refused. */
  readonly waitingBytes: number;
}

/** 500 records or 512 KB was the best group in measurements with kafkajs, which has no linger of its own. */
const LIMITS: GroupedAppendLimits = {
  groupEntries: 500,
  groupBytes: 512 * 1024,
  waitingEntries: 20_000,
  waitingBytes: 4 * MAX_APPEND_BYTES,
};

interface Waiting {
  readonly entries: readonly NewEntry[];
  readonly bytes: number;
  readonly resolve: (positions: readonly bigint[]) => void;
  readonly reject: (reason: unknown) => void;
}

/**
 * Many callers' appends as few appends to the log (group commit): what arrives while one append is in flight goes out together
 * with the next, at once and in order of arrival. One append is in flight at a time, so a caller's order is the log's order.
 *
 * - Each caller's promise MUST settle with its own positions, or with the fault of the group that it went out with.
 * - A caller's entries MUST never be split over two appends to the log.
 * - What waits is bounded: beyond it `append` rejects with `LogBusy`, nothing of it stored. An idle log takes any single caller.
 */
export class GroupedAppends {
  private readonly limits: GroupedAppendLimits;
  private queue: Waiting[] = [];
  private queued = { entries: 0, bytes: 0 };
  private running: Promise<void> | undefined;

  constructor(
    private readonly log: Pick<Log, 'append'>,
    limits: Partial<GroupedAppendLimits> = {},
  ) {
    this.limits = { ...LIMITS, ...limits };
  }

  /** What is not yet handed to the log: for metrics, and for a caller that wants to refuse early. */
  get waiting(): { readonly entries: number; readonly bytes: number } {
    return this.queued;
  }

  append(entries: readonly NewEntry[]): Promise<readonly bigint[]> {
    const bytes = entries.reduce((sum, entry) => sum + entry.value.length + ENTRY_OVERHEAD_BYTES, 0);
    const full = this.queued.entries + entries.length > this.limits.waitingEntries || this.queued.bytes + bytes > this.limits.waitingBytes;
    if (full && this.running !== undefined) return Promise.reject(new LogBusy('too much is waiting for the log'));
    return new Promise((resolve, reject) => {
      this.queue.push({ entries, bytes, resolve, reject });
      this.queued = { entries: this.queued.entries + entries.length, bytes: this.queued.bytes + bytes };
      this.running ??= this.drain();
    });
  }

  /** Settles when nothing waits and nothing is in flight. Appends that come meanwhile are waited for as well. */
  async settled(): Promise<void> {
    while (this.running !== undefined) await this.running;
  }

  private async drain(): Promise<void> {
    // A turn of the event loop first: requests that were read together go out together.
    await new Promise(setImmediate);
    while (this.queue.length > 0) await this.appendGroup(this.nextGroup());
    this.running = undefined;
  }

  private nextGroup(): readonly Waiting[] {
    let count = 0;
    let entries = 0;
    let bytes = 0;
    for (const next of this.queue) {
      const tooMuch = entries + next.entries.length > this.limits.groupEntries || bytes + next.bytes > this.limits.groupBytes;
      if (count > 0 && tooMuch) break;
      count += 1;
      entries += next.entries.length;
      bytes += next.bytes;
    }
    const group = this.queue.slice(0, count);
    this.queue = this.queue.slice(count);
    this.queued = { entries: this.queued.entries - entries, bytes: this.queued.bytes - bytes };
    return group;
  }

  private async appendGroup(group: readonly Waiting[]): Promise<void> {
    try {
      const positions = await this.log.append(group.flatMap((waiting) => waiting.entries));
      let from = 0;
      for (const waiting of group) {
        waiting.resolve(positions.slice(from, from + waiting.entries.length));
        from += waiting.entries.length;
      }
    } catch (reason) {
      for (const waiting of group) waiting.reject(reason);
    }
  }
}
