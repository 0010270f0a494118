import type { Log } from '@throughline/log';
import { createKafkaLog } from '@throughline/log/kafka';
import { createPostgresLog } from '@throughline/log/postgres';
import type { Pool } from 'pg';

export const PARTITIONS = 8;

/** The hub's log: Kafka where there are brokers, else the database. */
export const openLog = (pool: Pool, brokers: string | undefined): Promise<Log> =>
  brokers === undefined
    ? createPostgresLog(pool, { partitions: PARTITIONS })
    : createKafkaLog({ kafka: { brokers: [brokers] }, topic: 'throughline.records', partitions: PARTITIONS });

/** Offsets up to which a projection is measured, by partition. */
export const endsOf = async (log: Log): Promise<readonly number[]> =>
  Promise.all(Array.from({ length: log.partitions }, async (_, partition) => Number((await log.bounds(partition)).end)));

/** Waits until every partition of a generation stands where it should; answers the milliseconds since it began to read. */
export const timeUntil = async (pool: Pool, schema: string, ends: readonly number[], patience = 300_000): Promise<number> => {
  let began: number | undefined;
  for (const until = performance.now() + patience; ; ) {
    const found = await pool
      .query<{ partition: number; next_offset: bigint }>(`SELECT partition, next_offset FROM ${schema}.progress`)
      .catch(() => ({ rows: [] }));
    if (found.rows.length > 0) began ??= performance.now();
    const reached = new Map(found.rows.map((row) => [row.partition, Number(row.next_offset)]));
    if (began !== undefined && ends.every((end, partition) => (reached.get(partition) ?? 0) >= end)) return performance.now() - began;
    if (performance.now() > until) throw new Error(`${schema} was not projected in time`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
};
