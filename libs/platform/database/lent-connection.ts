import type { Pool, PoolClient } from 'pg';

/**
 * Lends some work a connection of its own. One that is cut meanwhile, or that is called broken, is thrown away and not used again.
 */
export const withConnection = async <Result>(
  pool: Pool,
  work: (client: PoolClient, isBroken: (reason: unknown) => void) => Promise<Result>,
): Promise<Result> => {
  const client = await pool.connect();
  let broken: Error | undefined;
  // A connection that is cut says so by an event, which would end the process; the statement under way rejects, which is enough.
  const isBroken = (reason: unknown): void => {
    broken = reason instanceof Error ? reason : new Error('the connection is broken');
  };
  client.on('error', isBroken);
  try {
    return await work(client, isBroken);
  } finally {
    client.off('error', isBroken);
    client.release(broken);
  }
};
