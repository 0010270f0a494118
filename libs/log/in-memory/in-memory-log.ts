import { setImmediate as turn } from 'node:timers/promises';
import { requireAllOrNoneKept } from '../kept-positions';
import {
  AppendTooLarge,
  ENTRY_OVERHEAD_BYTES,
  type Log,
  type LogEntry,
  LogTrimmed,
  LogUnavailable,
  MAX_APPEND_BYTES,
  type NewEntry,
  PartitionCountDiffers,
  type PartitionReader,
  type ScanRange,
  type SubscribeOptions,
  type Subscription,
} from '../port';
import { InMemoryStorage } from './storage';
import { subscribeInMemory } from './subscription';

export interface InMemoryLogOptions {
  readonly partitions: number;
  /** What an earlier log kept; default a new, empty one. */
  readonly storage?: InMemoryStorage;
}

/** The log for tests of what stands on it: as strict as the others, and as durable as the process. */
class InMemoryLog implements Log {
  readonly partitions: number;
  private readonly subscriptions = new Set<Subscription>();
  private closed = false;

  constructor(private readonly storage: InMemoryStorage) {
    this.partitions = storage.partitions;
  }

  partitionOf(partnership: string): number {
    let sum = 7;
    for (const byte of Buffer.from(partnership, 'utf8')) sum = (sum * 31 + byte) % 1_000_003;
    return sum % this.partitions;
  }

  async append(entries: readonly NewEntry[]): Promise<readonly bigint[]> {
    if (this.closed) throw new LogUnavailable('the log is closed');
    requireAllOrNoneKept(entries);
    const weights = new Map<number, number>();
    for (const { partnership, value } of entries) {
      const partition = this.partitionOf(partnership);
      weights.set(partition, (weights.get(partition) ?? 0) + value.length + ENTRY_OVERHEAD_BYTES);
    }
    if ([...weights.values()].some((bytes) => bytes > MAX_APPEND_BYTES)) throw new AppendTooLarge('the append is too large');
    const positions = entries.map((entry) => this.storage.add(this.partitionOf(entry.partnership), entry));
    if (entries.length > 0) this.storage.changed();
    // No log answers in the same turn: a test must not pass only because this one could.
    await turn();
    return positions;
  }

  async bounds(partition: number): Promise<{ begin: bigint; end: bigint }> {
    await turn();
    return this.storage.bounds(partition);
  }

  async *scan(partition: number, range: ScanRange): AsyncGenerator<readonly LogEntry[]> {
    const { end } = await this.bounds(partition);
    const to = range.to < end ? range.to : end;
    let next = range.from;
    while (next < to) {
      const left = Number(to - next);
      const entries = this.storage.slice(partition, next, Math.min(range.maxEntries, left));
      if (entries === undefined) throw new LogTrimmed(`partition ${partition} has no entry at offset ${next}`);
      next += BigInt(entries.length);
      yield entries;
    }
  }

  subscribe(reader: PartitionReader, options: SubscribeOptions): Promise<Subscription> {
    const inner = subscribeInMemory(this.storage, reader, options);
    const subscription: Subscription = {
      stop: async () => {
        this.subscriptions.delete(subscription);
        await inner.stop();
      },
    };
    this.subscriptions.add(subscription);
    return Promise.resolve(subscription);
  }

  async close(): Promise<void> {
    this.closed = true;
    await Promise.all([...this.subscriptions].map((subscription) => subscription.stop()));
  }
}

export const createInMemoryLog = ({ partitions, storage = new InMemoryStorage(partitions) }: InMemoryLogOptions): Log => {
  if (storage.partitions !== partitions) throw new PartitionCountDiffers(`the log has ${storage.partitions} partitions, not ${partitions}`);
  return new InMemoryLog(storage);
};
