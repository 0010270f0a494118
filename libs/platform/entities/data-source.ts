import 'reflect-metadata';
import { Pool } from 'pg';
import { DataSource, type DataSourceOptions, type MigrationInterface } from 'typeorm';
import { underAdvisoryLock } from '../database/advisory-lock';
import { type PoolOptions, connectionSettings } from '../database/pool';

type Class<T> = new () => T;

export interface DataSourceParts extends PoolOptions {
  readonly entities: readonly Class<object>[];
  /** In the order of the time stamps in their names; each is written by hand. */
  readonly migrations: readonly Class<MigrationInterface>[];
}

/** TypeORM for entities, migrations and small reads and writes. It never changes a table by itself. */
export const createDataSource = (parts: DataSourceParts): DataSource => {
  const options: DataSourceOptions = {
    type: 'postgres',
    url: parts.url,
    entities: [...parts.entities],
    migrations: [...parts.migrations],
    migrationsTableName: `migrations_of_${parts.name.replaceAll(/\W+/g, '_')}`,
    synchronize: false,
    migrationsRun: false,
    logging: false,
    extra: connectionSettings(parts),
  };
  return new DataSource(options);
};

/**
 * Brings the tables up to date, each migration in a transaction of its own, one process at a time: hubs that start together
 * on one database wait for one another. Answers the names of those that it ran.
 */
export const runMigrations = async (parts: DataSourceParts): Promise<readonly string[]> => {
  const patient = { ...parts, max: 2, statementTimeout: 0, lockTimeout: 0 };
  const pool = new Pool({ ...connectionSettings(patient), max: 1 });
  pool.on('error', () => undefined);
  try {
    return await underAdvisoryLock(pool, `throughline migrations of ${parts.name}`, async () => {
      const source = await createDataSource(patient).initialize();
      try {
        return (await source.runMigrations({ transaction: 'each' })).map(({ name }) => name);
      } finally {
        await source.destroy();
      }
    });
  } finally {
    await pool.end();
  }
};
