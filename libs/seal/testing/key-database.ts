import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { testDatabase } from '@throughline/infra/postgres';
import { Pool } from 'pg';
import { FileMasterKey } from '../file';
import { createPostgresKeyTables, PostgresKeyStore } from '../postgres';

/** A real database with the key store's tables, and a master key in a folder beside it. */
export interface KeyDatabase {
  readonly pool: Pool;
  readonly master: FileMasterKey;
  /** Another process on the same keys: it remembers nothing. */
  open(): Promise<PostgresKeyStore>;
  empty(): Promise<void>;
  close(): Promise<void>;
}

export const keyDatabase = async (): Promise<KeyDatabase> => {
  const database = await testDatabase();
  const folder = await mkdtemp(join(tmpdir(), 'throughline-keys-'));
  const pool = new Pool({ connectionString: database.url, max: 10 });
  await createPostgresKeyTables(pool);
  const master = await FileMasterKey.open(folder);
  return {
    pool,
    master,
    open: () => PostgresKeyStore.open(pool, master),
    empty: async () => {
      await pool.query('TRUNCATE keys.reference_keys, keys.erased, keys.hub_keys, keys.master_epoch');
    },
    close: async () => {
      await pool.end();
      await database.drop();
      await rm(folder, { recursive: true });
    },
  };
};
