import type { Log } from '@throughline/log';
import { AgencyDoor, createKafkaLog, type KafkaLogOptions } from '@throughline/log/kafka';
import { createPostgresLog } from '@throughline/log/postgres';
import { type Configuration, createPool, type KafkaConfiguration, type Shutdown } from '@throughline/platform';
import type { PartnershipsFile } from '@throughline/projections';
import { BlindIndex, ContentDigest, type KeyStore, Opener, Sealer } from '@throughline/seal';
import { FileMasterKey } from '@throughline/seal/file';
import { createPostgresKeyTables, PostgresKeyStore } from '@throughline/seal/postgres';
import type { Pool } from 'pg';
import type { Logger } from 'pino';
import { readPartnershipsFile } from './partnerships-file';
import { reachDatabase } from './reached-database';

/** How many ways partnerships spread over consumers; fixed when the log is made. */
const PARTITIONS = 8;

const RECORDS_TOPIC = 'throughline.records';

/** Connections of one process to the database, at most. Each partition that is projected holds one, and asks for keys by another. */
const CONNECTIONS = 24;

/** What every app stands on, in a process of its own or all in one: the database, the log, the keys, who may call. */
export interface Foundation {
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
}

export interface FoundationParts {
  /** Which process this is: the database shows it beside its connections. */
  readonly app: string;
  readonly configuration: Configuration;
  readonly databaseUrl: string;
  readonly partnershipsFile: string;
  readonly logger: Logger;
  readonly shutdown: Shutdown;
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
  if (kafka === undefined) return {};
  const guarded = kafka.sasl !== undefined || kafka.tls?.cert !== undefined;
  return { agencyDoor: new AgencyDoor({ kafka: clusterOf(kafka), guarded, inbound: kafka.inbound }) };
};

const openLog = ({ configuration: { kafka }, logger, shutdown }: FoundationParts, pool: Pool): Promise<Log> => {
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

/** Reaches the database, the log and the keys, in the order in which they need each other. Any number of processes may, at once. */
export const layFoundation = async (parts: FoundationParts): Promise<Foundation> => {
  const { app, configuration, databaseUrl, shutdown } = parts;
  const onIdleError = (): void => undefined;
  const pool = createPool({ url: databaseUrl, name: app, max: CONNECTIONS, statementTimeout: 0, onIdleError });
  shutdown.onStop('database connections', () => pool.end());
  await reachDatabase(pool, databaseUrl);
  const log = await openLog(parts, pool);
  shutdown.onStop('the log', () => log.close());
  await createPostgresKeyTables(pool);
  const keys = await PostgresKeyStore.open(pool, await FileMasterKey.open(configuration.dataDir));
  const content = await ContentDigest.of(keys);
  return {
    pool,
    log,
    keys,
    content,
    sealer: new Sealer(keys, content),
    opener: new Opener(keys),
    index: await BlindIndex.of(keys),
    ...openAgencyDoor(configuration),
    file: await readPartnershipsFile(parts.partnershipsFile),
  };
};
