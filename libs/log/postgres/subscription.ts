import { setTimeout as pause } from 'node:timers/promises';
import type { Pool, PoolClient } from 'pg';
import type { LogEntry, PartitionReader, SubscribeOptions, Subscription } from '../port';
import { Lane } from './lane';

/** How often a reader asks for the partitions that it does not own, and sees that its connection still stands. */
const ASK_MS = 1_000;
const RETRY_FROM_MS = 100;
const RETRY_TO_MS = 5_000;

type Read = (partition: number, from: bigint) => Promise<readonly LogEntry[]>;

/**
 * Owns partitions by advisory locks of one connection of its own, which is also the one that hears of new entries. Where that
 * connection is lost the server gives the locks to another reader of the group: every partition is revoked, and asked for anew
 * with the next connection. By one more lock, which they share, readers of a group see how many they are: each owns its share.
 */
export class PostgresSubscription implements Subscription {
  private readonly lanes = new Map<number, Lane>();
  private readonly stopping = new AbortController();
  private readonly running: Promise<void>;
  private readonly name: string;

  constructor(
    private readonly pool: Pool,
    private readonly schema: string,
    private readonly reader: PartitionReader,
    options: SubscribeOptions,
    private readonly read: Read,
  ) {
    this.name = `throughline ${schema} ${options.group}`;
    this.running = this.run();
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    for (const lane of this.lanes.values()) lane.end();
    await this.running;
  }

  private async run(): Promise<void> {
    let wait = RETRY_FROM_MS;
    while (!this.stopping.signal.aborted) {
      try {
        await this.own(() => (wait = RETRY_FROM_MS));
      } catch {
        await pause(wait, undefined, { signal: this.stopping.signal }).catch(() => undefined);
        wait = Math.min(wait * 2, RETRY_TO_MS);
      }
    }
  }

  /** One connection's life: rejects when it is lost, settles when the reader stops. */
  private async own(connected: () => void): Promise<void> {
    const client = await this.pool.connect();
    const lost = new AbortController();
    const onLost = (): void => lost.abort();
    client.on('error', onLost);
    client.on('end', onLost);
    client.on('notification', ({ payload }) => this.lanes.get(Number(payload))?.wake());
    let healthy = false;
    try {
      await client.query(`listen ${this.schema}`);
      await client.query('select pg_advisory_lock_shared(hashtextextended($1, 0))', [this.name]);
      const either = AbortSignal.any([lost.signal, this.stopping.signal]);
      while (!either.aborted) {
        await this.ask(client);
        connected();
        await pause(ASK_MS, undefined, { signal: either }).catch(() => undefined);
      }
      if (lost.signal.aborted) throw new Error('the connection that owned the partitions was lost');
      healthy = true;
    } finally {
      const lanes = [...this.lanes.values()];
      this.lanes.clear();
      for (const lane of lanes) lane.end();
      await Promise.all(lanes.map((lane) => lane.done));
      if (healthy) await client.query('select pg_advisory_unlock_all()').catch(() => (healthy = false));
      if (healthy) await client.query(`unlisten ${this.schema}`).catch(() => (healthy = false));
      client.removeAllListeners('notification');
      client.off('error', onLost);
      client.off('end', onLost);
      client.release(!healthy);
    }
  }

  /** Gives up what is more than its share, and takes partitions that have no owner where it has less. */
  private async ask(client: PoolClient): Promise<void> {
    const share = await this.share(client);
    for (const partition of [...this.lanes.keys()].slice(share)) await this.giveUp(client, partition);
    const { rows } = await client.query<{ partition: number }>(
      `select partition from ${this.schema}.heads
       where partition <> all($1::integer[])
       and pg_try_advisory_lock(hashtextextended($2 || '/' || partition, 0)) limit $3`,
      [[...this.lanes.keys()], this.name, Math.max(0, share - this.lanes.size)],
    );
    for (const { partition } of rows) {
      this.lanes.set(partition, new Lane(partition, this.reader, (from) => this.read(partition, from)));
    }
  }

  /** How many partitions are this reader's: as many as any other's of its group, or one more or less. */
  private async share(client: PoolClient): Promise<number> {
    const { rows } = await client.query<{ share: number }>(
      `select ceil((select count(*) from ${this.schema}.heads) / greatest(count(*), 1)::numeric)::integer as share from pg_locks
       where locktype = 'advisory' and granted and objsubid = 1 and mode = 'ShareLock'
       and database = (select oid from pg_database where datname = current_database())
       and (classid::bigint << 32 | objid::bigint) = hashtextextended($1, 0)`,
      [this.name],
    );
    return rows[0]?.share ?? 0;
  }

  private async giveUp(client: PoolClient, partition: number): Promise<void> {
    const lane = this.lanes.get(partition);
    lane?.end();
    await lane?.done;
    this.lanes.delete(partition);
    await client.query(`select pg_advisory_unlock(hashtextextended($1 || '/' || $2::integer, 0))`, [this.name, partition]);
  }
}
