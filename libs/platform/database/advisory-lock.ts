import type { Pool } from 'pg';
import { withConnection } from './lent-connection';

/**
 * Runs the work while no other process runs work of the same name on this database. The lock belongs to a connection of its
 * own, so it goes with the process, however that ends. Waiting for it has no time limit.
 */
export const underAdvisoryLock = <T>(pool: Pool, name: string, work: () => Promise<T>): Promise<T> =>
  withConnection(pool, async (client, isBroken) => {
    try {
      await client.query('BEGIN');
      await client.query('SET LOCAL statement_timeout = 0');
      await client.query('SET LOCAL lock_timeout = 0');
      await client.query('SET LOCAL idle_in_transaction_session_timeout = 0');
      await client.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [name]);
      return await work();
    } finally {
      await client.query('ROLLBACK').catch(isBroken);
    }
  });
