import { type Pool, type PoolClient } from 'pg';

/**
 * Runs the work in one transaction on a connection of its own: all of it is kept, or nothing. What the work rejects with is what
 * this rejects with, and a connection that cannot even roll back is thrown away.
 */
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
    await client.query('ROLLBACK').catch((cause: unknown) => {
      broken = cause instanceof Error ? cause : new Error('rollback failed');
    });
    throw reason;
  } finally {
    client.off('error', onCut);
    client.release(broken);
  }
};

/** Runs the work in one transaction while no other process runs work under the same lock; where one does, it is waited for. */
export const inTransactionAlone = <Result>(pool: Pool, lock: number, work: (client: PoolClient) => Promise<Result>): Promise<Result> =>
  inTransaction(pool, async (client) => {
    await client.query('SELECT pg_advisory_xact_lock($1)', [lock]);
    return work(client);
  });
