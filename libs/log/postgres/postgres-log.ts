import type { Pool } from 'pg';
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
  type PartitionBounds,
  type PartitionReader,
  type ScanRange,
  type SubscribeOptions,
  type Subscription,
} from '../port';
import { appendParts } from './append';
import { readBounds, readEntries } from './read';
import { migratePostgresLog, plainName } from './schema';
import { PostgresSubscription } from './subscription';

export interface PostgresLogOptions {
  /** Fixed when the log is made. */
  readonly partitions: number;
  /** The schema that holds the log's tables, default `log`; another one is another log. */
  readonly schema?: string;
}

class PostgresLog implements Log {
  private readonly subscriptions = new Set<Subscription>();
  private closed = false;

  constructor(
    private readonly pool: Pool,
    readonly partitions: number,
    private readonly schema: string,
  ) {}

  /** FNV-1a over the code's bytes. */
  partitionOf(partnership: string): number {
    let hash = 0x811c9dc5;
    for (const byte of Buffer.from(partnership, 'utf8')) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
    return hash % this.partitions;
  }

  async append(entries: readonly NewEntry[]): Promise<readonly bigint[]> {
    if (this.closed) throw new LogUnavailable('the log is closed');
    requireAllOrNoneKept(entries);
    const parts = new Map<number, NewEntry[]>();
    const partitions = entries.map((entry) => this.partitionOf(entry.partnership));
    entries.forEach((entry, index) => {
      const partition = partitions[index] ?? 0;
      const part = parts.get(partition);
      if (part === undefined) parts.set(partition, [entry]);
      else part.push(entry);
    });
    if (parts.size === 0) return [];
    for (const [partition, part] of parts) {
      const bytes = part.reduce((sum, { value }) => sum + value.length + ENTRY_OVERHEAD_BYTES, 0);
      if (bytes > MAX_APPEND_BYTES) throw new AppendTooLarge(`${bytes} bytes for partition ${partition} are more than one append takes`);
    }
    const positions = await this.answered(appendParts(this.pool, this.schema, parts));
    const given = new Map([...positions].map(([partition, list]) => [partition, list.values()]));
    return partitions.map((partition) => {
      const next = given.get(partition)?.next();
      if (next === undefined || next.done === true) throw new LogUnavailable('the log answered fewer positions than entries');
      return next.value;
    });
  }

  bounds(partition: number): Promise<PartitionBounds> {
    return this.answered(readBounds(this.pool, this.schema, partition));
  }

  async *scan(partition: number, range: ScanRange): AsyncGenerator<readonly LogEntry[]> {
    const { end } = await this.bounds(partition);
    const to = range.to < end ? range.to : end;
    const fetch = (from: bigint): Promise<readonly LogEntry[]> => {
      const left = to - from;
      if (left <= 0n) return Promise.resolve([]);
      const most = left < BigInt(range.maxEntries) ? Number(left) : range.maxEntries;
      const batch = this.answered(readEntries(this.pool, this.schema, partition, from, most));
      // What went wrong in reading ahead is told when its turn comes.
      batch.catch(() => undefined);
      return batch;
    };
    let next = range.from;
    let ahead = fetch(next);
    while (next < to) {
      const entries = await ahead;
      if (entries.length === 0) throw new LogTrimmed(`partition ${partition} has no entry at offset ${next}`);
      next += BigInt(entries.length);
      ahead = fetch(next);
      yield entries;
    }
  }

  subscribe(reader: PartitionReader, options: SubscribeOptions): Promise<Subscription> {
    const inner = new PostgresSubscription(this.pool, this.schema, reader, options, (partition, from) =>
      readEntries(this.pool, this.schema, partition, from, options.maxEntries),
    );
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

  private async answered<T>(call: Promise<T>): Promise<T> {
    try {
      return await call;
    } catch (reason) {
      if (reason instanceof LogTrimmed || reason instanceof RangeError) throw reason;
      throw new LogUnavailable('the database that holds the log did not answer', { cause: reason });
    }
  }
}

/**
 * The log in PostgreSQL: the embedded default. Makes its tables where they are missing, under a lock, so that several processes
 * may start at once. The pool stays the caller's: `close` does not end it. Each subscription keeps one of its connections.
 */
export const createPostgresLog = async (pool: Pool, options: PostgresLogOptions): Promise<Log> => {
  const schema = plainName(options.schema ?? 'log');
  await migratePostgresLog(pool, schema, options.partitions);
  return new PostgresLog(pool, options.partitions, schema);
};
