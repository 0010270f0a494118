import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { javaIsThere, startKafka } from '@throughline/infra/kafka';
import { isServed, startPostgres } from '@throughline/infra/postgres';
import { scratchFolder } from '@throughline/infra/scratch';
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
  readonly brokerPid: number | undefined;
  /** How the hub is started on it. */
  readonly environment: Readonly<Record<string, string>>;
  leave(): Promise<void>;
}

const MECHANISM = 'scram-sha-512';

export interface GroundOptions {
  /** Who may sign in to the cluster, and their passwords, the hub first; without them everybody may all. */
  readonly users?: Readonly<Record<string, string>>;
  /** The text of the file that the hub starts from. */
  readonly partnerships?: string;
}

export const layGround = async ({ users, partnerships: text = partnershipsFile() }: GroundOptions = {}): Promise<Ground> => {
  const folder = scratchFolder({ kind: 'bench', inUse: (left) => isServed(join(left, 'postgres')) });
  const postgres = await startPostgres({ dataDir: join(folder, 'postgres') });
  const kafka = javaIsThere() ? await startKafka({ dataDir: join(folder, 'kafka'), ...(users === undefined ? {} : { users }) }) : undefined;
  const pool = createPool({ url: postgres.url, name: 'bench', max: 6, statementTimeout: 0 });
  const partnerships = join(folder, 'partnerships.yaml');
  await writeFile(partnerships, text);
  const [[hub, password] = ['', '']] = Object.entries(users ?? {});
  const signIn = { KAFKA_SASL_MECHANISM: MECHANISM, KAFKA_SASL_USERNAME: hub, KAFKA_SASL_PASSWORD: password };
  return {
    folder,
    database: postgres.url,
    pool,
    brokers: kafka?.brokers,
    brokerPid: kafka?.pid,
    environment: {
      DATA_DIR: join(folder, 'hub'),
      DATABASE_URL: postgres.url,
      PARTNERSHIPS: partnerships,
      ...(kafka === undefined ? {} : { KAFKA_BROKERS: kafka.brokers, ...(users === undefined ? { KAFKA_INBOUND: 'off' } : signIn) }),
    },
    leave: async () => {
      await pool.end();
      await kafka?.stop();
      await postgres.stop();
      await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
    },
  };
};
