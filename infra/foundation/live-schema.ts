import { Fault } from '@throughline/kernel';
import { generationName } from '@throughline/projections';
import type { Pool } from 'pg';

/** No generation of the tables is live yet: the projector makes the first when it starts. */
export class NoTablesYet extends Fault {
  readonly retriable = true;
  readonly status = 503;
}

/** Milliseconds for which an answer is used again: a former generation stays for its readers much longer. */
const FRESH = 500;

/** SQLSTATE of a schema or table that is not there. */
const NOT_THERE = new Set<unknown>(['3F000', '42P01']);

const askedOf = async (pool: Pool): Promise<string> => {
  const { rows } = await pool.query<{ number: number }>('SELECT number FROM hub.generations WHERE live').catch((reason: unknown) => {
    const isThere = !(reason instanceof Error && 'code' in reason && NOT_THERE.has(reason.code));
    if (isThere) throw reason;
    return { rows: [] };
  });
  const [live] = rows;
  if (live === undefined) throw new NoTablesYet('there are no tables yet: the projector makes them');
  return generationName(live.number);
};

/** The schema of the live generation, as the database says it: a rebuild in another process changes it. Fails with `NoTablesYet`. */
export const liveSchemaIn = (pool: Pool): (() => Promise<string>) => {
  let known: { readonly schema: string; readonly at: number } | undefined;
  let asking: Promise<string> | undefined;
  const ask = async (): Promise<string> => {
    const at = performance.now();
    const schema = await askedOf(pool);
    known = { schema, at };
    return schema;
  };
  return () => {
    if (known !== undefined && performance.now() - known.at < FRESH) return Promise.resolve(known.schema);
    asking ??= ask().finally(() => {
      asking = undefined;
    });
    return asking;
  };
};
