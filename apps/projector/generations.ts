import { createGeneration, createStanding, generationName } from '@throughline/projections';
import { ENGINE } from '@throughline/safeguards';
import type { Pool, PoolClient } from 'pg';

/** Changing which generation is live, or making one, is done by one process at a time. */
const LOCK = 7_240_001;

export interface Generation {
  readonly number: number;
  readonly schema: string;
  /** The version of the engine that judged its newest records. */
  readonly engine: string;
}

const generation = (number: number, engine: string): Generation => ({ number, engine, schema: generationName(number) });

export const inTransaction = async <Result>(pool: Pool, work: (client: PoolClient) => Promise<Result>): Promise<Result> => {
  const client = await pool.connect();
  let broken: Error | undefined;
  // A connection that is cut says so by an event, which would end the process; the statement under way rejects, which is enough.
  const onCut = (reason: Error): void => {
    broken = reason;
  };
  client.on('error', onCut);
  try {
    await client.query('BEGIN');
    const result = await work(client);
    await client.query('COMMIT');
    return result;
  } catch (reason) {
    // A connection that cannot even roll back is thrown away.
    await client.query('ROLLBACK').catch((cause: unknown) => {
      broken = cause instanceof Error ? cause : new Error('rollback failed');
    });
    throw reason;
  } finally {
    client.off('error', onCut);
    client.release(broken);
  }
};

/** The live generation; the first is made where there is none. */
export const liveGeneration = (pool: Pool): Promise<Generation> =>
  inTransaction(pool, async (client) => {
    await client.query('SELECT pg_advisory_xact_lock($1)', [LOCK]);
    await client.query(createStanding);
    const { rows } = await client.query<{ number: number; engine: string }>('SELECT number, engine FROM hub.generations WHERE live');
    if (rows[0] !== undefined) return generation(rows[0].number, rows[0].engine);
    await client.query('INSERT INTO hub.generations (number, live, engine) VALUES (1, true, $1)', [ENGINE]);
    await client.query(createGeneration(generationName(1)));
    return generation(1, ENGINE);
  });

/** A new, empty generation beside the live one. What an interrupted rebuild left behind is removed first. */
export const newGeneration = (pool: Pool): Promise<Generation> =>
  inTransaction(pool, async (client) => {
    await client.query('SELECT pg_advisory_xact_lock($1)', [LOCK]);
    const { rows } = await client.query<{ number: number; live: boolean }>('SELECT number, live FROM hub.generations ORDER BY number');
    const live = rows.find((row) => row.live)?.number ?? 0;
    for (const { number } of rows.filter((row) => !row.live && row.number > live)) await drop(client, number);
    const next = Math.max(live, ...rows.filter((row) => row.number <= live).map((row) => row.number)) + 1;
    await client.query('INSERT INTO hub.generations (number, live, engine) VALUES ($1, false, $2)', [next, ENGINE]);
    await client.query(createGeneration(generationName(next)));
    return generation(next, ENGINE);
  });

const drop = async (client: PoolClient, number: number): Promise<void> => {
  await client.query(`DROP SCHEMA IF EXISTS ${generationName(number)} CASCADE`);
  await client.query('DELETE FROM hub.generations WHERE number = $1', [number]);
};

/**
 * Makes a rebuilt generation the live one, in one transaction that holds the live offsets still. Answers false, and changes
 * nothing, where the new one has not caught up: read on and try again.
 */
export const switchTo = (pool: Pool, from: Generation, to: Generation): Promise<boolean> =>
  inTransaction(pool, async (client) => {
    await client.query('SELECT pg_advisory_xact_lock($1)', [LOCK]);
    const live = await client.query<{ partition: number; next_offset: bigint }>(
      `SELECT partition, next_offset FROM ${from.schema}.progress ORDER BY partition FOR UPDATE`,
    );
    const made = await client.query<{ partition: number; next_offset: bigint }>(
      `SELECT partition, next_offset FROM ${to.schema}.progress ORDER BY partition`,
    );
    const reached = new Map(made.rows.map((row) => [row.partition, row.next_offset]));
    if (live.rows.some((row) => (reached.get(row.partition) ?? 0n) !== row.next_offset)) return false;
    await client.query('UPDATE hub.generations SET live = false WHERE number = $1', [from.number]);
    await client.query('UPDATE hub.generations SET live = true WHERE number = $1', [to.number]);
    // A projector that still writes to the old generation finds its offset gone and stops being the owner.
    await client.query(`DELETE FROM ${from.schema}.progress`);
    return true;
  });

/** Removes generations that are no longer live. */
export const dropFormer = (pool: Pool): Promise<number> =>
  inTransaction(pool, async (client) => {
    await client.query('SELECT pg_advisory_xact_lock($1)', [LOCK]);
    const { rows } = await client.query<{ number: number }>(
      'SELECT number FROM hub.generations WHERE NOT live AND number < (SELECT number FROM hub.generations WHERE live)',
    );
    for (const { number } of rows) await drop(client, number);
    return rows.length;
  });
