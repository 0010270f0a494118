import { testDatabase } from '@throughline/infra/postgres';
import { Pool } from 'pg';
import { createDeliveryTables } from '../tables';

export interface DeliveryDatabase {
  readonly pool: Pool;
  /** Nobody finds the tables until `back`. */
  away(): Promise<void>;
  back(): Promise<void>;
  close(): Promise<void>;
}

/** An empty database with the tables of delivery. */
export const deliveryDatabase = async (): Promise<DeliveryDatabase> => {
  const database = await testDatabase();
  const pool = new Pool({ connectionString: database.url, max: 8 });
  pool.on('error', () => undefined);
  await pool.query('CREATE SCHEMA hub');
  await pool.query(createDeliveryTables);
  return {
    pool,
    away: async () => {
      await pool.query('ALTER SCHEMA hub RENAME TO away');
    },
    back: async () => {
      await pool.query('ALTER SCHEMA away RENAME TO hub');
    },
    close: async () => {
      await pool.end();
      await database.drop();
    },
  };
};
