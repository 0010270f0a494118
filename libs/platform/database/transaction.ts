import type { Pool, PoolClient } from 'pg';
import { withConnection } from './lent-connection';

/**
 * Runs the work in one transaction on a connection of its own: all of it is kept, or nothing. What the work rejects with is what
 * this rejects with, and a connection that cannot even roll back is thrown away.
 */
export const inTransaction = <Result>(pool: Pool, work: (client: PoolClient) => Promise<Result>): Promise<Result> =>
  withConnection(pool, async (client, isBroken) => {
    try {
      await client.query('BEGIN');
      const result = await work(client);
      await client.query('COMMIT');
      return result;
    } catch (reason) {
      await client.query('ROLLBACK').catch(isBroken);
      throw reason;
    }
  });

/** Runs the work in one transaction while no other process runs work under the same lock; where one does, it is waited for. */
export const inTransactionAlone = <Result>(pool: Pool, lock: number, work: (client: PoolClient) => Promise<Result>): Promise<Result> =>
  inTransaction(pool, async (client) => {
    await client.query('SELECT pg_advisory_xact_lock($1)', [lock]);
    return work(client);
  });
