import { Fault } from '@throughline/kernel';
import { inTransactionAlone } from '@throughline/platform';
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

/** Another generation has taken this one's place: nothing is projected into it any more. */
export class GenerationReplaced extends Fault {
  readonly retriable = false;
}

/** Of each partition the next offset to be read. */
export type Offsets = ReadonlyMap<number, bigint>;

/** Where the partitions of a replaced generation stand: at no offset that an owner could have reached. */
const REPLACED = -1n;

export const isReplaced = (offset: bigint): boolean => offset === REPLACED;

/** Milliseconds for which a former generation stays: whoever began to read in it, in any process, reads to the end. */
export const KEPT_FOR_READERS = 30_000;

const generation = (number: number, engine: string): Generation => ({ number, engine, schema: generationName(number) });

/** The live generation; the first is made where there is none. */
export const liveGeneration = (pool: Pool): Promise<Generation> =>
  inTransactionAlone(pool, LOCK, async (client) => {
    await client.query(createStanding);
    const { rows } = await client.query<{ number: number; engine: string }>('SELECT number, engine FROM hub.generations WHERE live');
    if (rows[0] !== undefined) return generation(rows[0].number, rows[0].engine);
    await client.query('INSERT INTO hub.generations (number, live, engine) VALUES (1, true, $1)', [ENGINE]);
    await client.query(createGeneration(generationName(1)));
    return generation(1, ENGINE);
  });

/** A new, empty generation beside the live one. What an interrupted rebuild left behind is removed first. */
export const newGeneration = (pool: Pool): Promise<Generation> =>
  inTransactionAlone(pool, LOCK, async (client) => {
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

/** The generation that is live now, whoever made it so. */
export const generationInForce = async (pool: Pool): Promise<Generation | undefined> => {
  const { rows } = await pool.query<{ number: number; engine: string }>('SELECT number, engine FROM hub.generations WHERE live');
  return rows[0] === undefined ? undefined : generation(rows[0].number, rows[0].engine);
};

export const offsetsOf = async (db: Pool | PoolClient, { schema }: Generation, held: '' | 'FOR UPDATE' = ''): Promise<Offsets> => {
  const { rows } = await db.query<{ partition: number; next_offset: bigint }>(
    `SELECT partition, next_offset FROM ${schema}.progress ORDER BY partition ${held}`,
  );
  return new Map(rows.map((row) => [row.partition, row.next_offset]));
};

/**
 * Makes a rebuilt generation the live one, in one transaction that holds the live offsets still: no projector of any process commits
 * meanwhile, and each finds afterwards that its generation was replaced.
 *
 * @param catchUp reads the new generation at least up to these offsets; it MUST have read nearly all of that before
 */
export const switchTo = (pool: Pool, from: Generation, to: Generation, catchUp: (live: Offsets) => Promise<void>): Promise<void> =>
  inTransactionAlone(pool, LOCK, async (client) => {
    const everyPartition = `INSERT INTO ${from.schema}.progress (partition, next_offset) SELECT partition, $1::bigint FROM ${to.schema}.progress`;
    await client.query(`${everyPartition} ON CONFLICT (partition) DO NOTHING`, [0]);
    const live = await offsetsOf(client, from, 'FOR UPDATE');
    await catchUp(live);
    const made = await offsetsOf(client, to);
    if ([...live].some(([partition, offset]) => (made.get(partition) ?? 0n) < offset))
      throw new Error('a rebuilt generation has not caught up with the live one');
    await client.query('UPDATE hub.generations SET live = false, replaced_at = clock_timestamp() WHERE number = $1', [from.number]);
    await client.query('UPDATE hub.generations SET live = true WHERE number = $1', [to.number]);
    await client.query(`${everyPartition} ON CONFLICT (partition) DO UPDATE SET next_offset = excluded.next_offset`, [REPLACED]);
  });

/** Removes generations that are no longer live and that nobody reads in any more. */
export const dropFormer = (pool: Pool): Promise<number> =>
  inTransactionAlone(pool, LOCK, async (client) => {
    const { rows } = await client.query<{ number: number }>(
      `SELECT number FROM hub.generations WHERE NOT live AND number < (SELECT number FROM hub.generations WHERE live)
         AND coalesce(replaced_at, '-infinity') <= clock_timestamp() - make_interval(secs => $1)`,
      [KEPT_FOR_READERS / 1_000],
    );
    for (const { number } of rows) await drop(client, number);
    return rows.length;
  });
