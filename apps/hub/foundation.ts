import { demoPartnershipsFile } from '@throughline/infra/demo';
import { startPostgres } from '@throughline/infra/postgres';
import type { Log } from '@throughline/log';
import { AgencyDoor, createKafkaLog, type KafkaLogOptions } from '@throughline/log/kafka';
import { createPostgresLog } from '@throughline/log/postgres';
import { type Configuration, createPool, type KafkaConfiguration, type Shutdown } from '@throughline/platform';
import { BlindIndex, ContentDigest, type KeyStore, Opener, Sealer } from '@throughline/seal';
import { FileMasterKey } from '@throughline/seal/file';
import { createPostgresKeyTables, PostgresKeyStore } from '@throughline/seal/postgres';
import { join } from 'node:path';
import type { Pool } from 'pg';
import type { Logger } from 'pino';
import type { PartnershipsFile } from '@throughline/projections';
import { readPartnershipsFile } from './partnerships-file';

/** How many ways partnerships spread over consumers; fixed when the log is made. */
const PARTITIONS = 8;

const RECORDS_TOPIC = 'throughline.records';

/** What every part of the hub stands on: the database, the log, the keys. */
export interface Foundation {
  readonly database: string;
  readonly pool: Pool;
  readonly log: Log;
  readonly keys: KeyStore;
  readonly sealer: Sealer;
  readonly opener: Opener;
  readonly content: ContentDigest;
  readonly index: BlindIndex;
  /** Where there is Kafka: the topics by which agencies publish. */
  readonly agencyDoor?: AgencyDoor;
  readonly file: PartnershipsFile;
  readonly partnershipsFile: string;
}

/** How the cluster is reached, as kafkajs takes it. */
export const clusterOf = ({ brokers, sasl, tls }: KafkaConfiguration): KafkaLogOptions['kafka'] => ({
  clientId: 'throughline',
  brokers: [...brokers],
  ...(sasl === undefined ? {} : { sasl: sasl as NonNullable<KafkaLogOptions['kafka']['sasl']> }),
  ...(tls === undefined ? {} : { ssl: { ...tls } }),
});

/** Where clients of the cluster sign in, by SASL or with a certificate, the hub says what each agency may do there. */
const openAgencyDoor = ({ kafka }: Configuration): { readonly agencyDoor?: AgencyDoor } => {
  if (kafka?.inbound !== true) return {};
  const guarded = kafka.sasl !== undefined || kafka.tls?.cert !== undefined;
  return { agencyDoor: new AgencyDoor({ kafka: clusterOf(kafka), guarded }) };
};

const openLog = async ({ kafka }: Configuration, pool: Pool, logger: Logger, shutdown: Shutdown): Promise<Log> => {
  if (kafka === undefined) return createPostgresLog(pool, { partitions: PARTITIONS });
  return createKafkaLog({
    kafka: clusterOf(kafka),
    topic: RECORDS_TOPIC,
    partitions: PARTITIONS,
    onFatal: (reason: Error) => {
      logger.fatal({ err: reason }, 'the log cannot be read on');
      shutdown.fail(reason);
    },
  });
};

/** Starts or reaches the database, the log and the keys, in the order in which they need each other. */
export const layFoundation = async (configuration: Configuration, logger: Logger, shutdown: Shutdown): Promise<Foundation> => {
  let database = configuration.databaseUrl;
  if (database === undefined) {
    logger.info('starting PostgreSQL');
    const postgres = await startPostgres({ dataDir: join(configuration.dataDir, 'postgres') });
    shutdown.onStop('PostgreSQL', () => postgres.stop());
    database = postgres.url;
  }
  const onIdleError = (): void => undefined;
  const pool = createPool({ url: database, name: 'hub', max: 24, statementTimeout: 0, onIdleError });
  shutdown.onStop('database connections', () => pool.end());
  const log = await openLog(configuration, pool, logger, shutdown);
  shutdown.onStop('the log', () => log.close());
  await createPostgresKeyTables(pool);
  const keys = await PostgresKeyStore.open(pool, await FileMasterKey.open(configuration.dataDir));
  const content = await ContentDigest.of(keys);
  const partnershipsFile = configuration.partnershipsFile ?? demoPartnershipsFile;
  return {
    database,
    pool,
    log,
    keys,
    content,
    sealer: new Sealer(keys, content),
    opener: new Opener(keys),
    index: await BlindIndex.of(keys),
    ...openAgencyDoor(configuration),
    file: await readPartnershipsFile(partnershipsFile),
    partnershipsFile,
  };
};
