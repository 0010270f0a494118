import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { javaIsThere, startKafka } from '@throughline/infra/kafka';
import { startPostgres } from '@throughline/infra/postgres';
import { createPool } from '@throughline/platform';
import type { Pool } from 'pg';
import { partnershipsFile } from './records';

/** What a part of the bench stands on: servers of its own in a scratch folder, which goes with them. */
export interface Ground {
  readonly folder: string;
  readonly database: string;
  readonly pool: Pool;
  /** Absent where there is no Java: then the database is the log. */
  readonly brokers: string | undefined;
  /** How the hub is started on it. */
  readonly environment: Readonly<Record<string, string>>;
  leave(): Promise<void>;
}

export const layGround = async (): Promise<Ground> => {
  const folder = await mkdtemp(join(tmpdir(), 'throughline-bench-'));
  const postgres = await startPostgres({ dataDir: join(folder, 'postgres') });
  const kafka = javaIsThere() ? await startKafka({ dataDir: join(folder, 'kafka') }) : undefined;
  const pool = createPool({ url: postgres.url, name: 'bench', max: 6, statementTimeout: 0 });
  const partnerships = join(folder, 'partnerships.yaml');
  await writeFile(partnerships, partnershipsFile());
  return {
    folder,
    database: postgres.url,
    pool,
    brokers: kafka?.brokers,
    environment: {
      DATA_DIR: join(folder, 'hub'),
      DATABASE_URL: postgres.url,
      PARTNERSHIPS: partnerships,
      ...(kafka === undefined ? {} : { KAFKA_BROKERS: kafka.brokers }),
    },
    leave: async () => {
      await pool.end();
      await kafka?.stop();
      await postgres.stop();
      await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
    },
  };
};
