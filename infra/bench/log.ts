import { setTimeout as pause } from 'node:timers/promises';
import type { Log } from '@throughline/log';
import { createKafkaLog } from '@throughline/log/kafka';
import { createPostgresLog } from '@throughline/log/postgres';
import type { Pool } from 'pg';
import { BenchFailed } from './processes';

export const PARTITIONS = 8;

/** The hub's log: Kafka where there are brokers, else the database. */
export const openLog = (pool: Pool, brokers: string | undefined): Promise<Log> =>
  brokers === undefined
    ? createPostgresLog(pool, { partitions: PARTITIONS })
    : createKafkaLog({ kafka: { brokers: [brokers] }, topic: 'throughline.records', partitions: PARTITIONS });

/** Offsets up to which a projection is measured, by partition. */
export const endsOf = async (log: Log): Promise<readonly number[]> =>
  Promise.all(Array.from({ length: log.partitions }, async (_, partition) => Number((await log.bounds(partition)).end)));

const PATIENCE = 300_000;
const EVERY = 10;

/**
 * Watches a generation until every partition stands where it should; answers how many entries a second it took, from the moment
 * at which its process was up: what else a process does while it starts is not projecting.
 */
export const rateUntil = async (pool: Pool, schema: string, ends: readonly number[], up: Promise<unknown>): Promise<number> => {
  await up;
  const reached = async (): Promise<number> => {
    const { rows } = await pool
      .query<{ partition: number; next_offset: bigint }>(`SELECT partition, next_offset FROM ${schema}.progress`)
      .catch(() => ({ rows: [] }));
    return rows.reduce((sum, row) => sum + Math.min(Number(row.next_offset), ends[row.partition] ?? 0), 0);
  };
  const whole = ends.reduce((sum, end) => sum + end, 0);
  const first = await reached();
  const began = performance.now();
  for (;;) {
    const done = await reached();
    const passed = performance.now() - began;
    if (done >= whole) return ((whole - first) * 1_000) / passed;
    if (passed > PATIENCE) throw new BenchFailed(`${schema} was not projected in time`);
    await pause(EVERY);
  }
};
