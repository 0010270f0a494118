import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { javaIsThere, type RunningKafka, startKafka } from '@throughline/infra/kafka';
import { startHub } from '../running-hub';
import { accessToTopics } from './access';
import { Agency } from './agency';
import { Cluster } from './cluster';
import type { Door } from './door';
import { malformedMessages } from './malformed';
import { recordsByKafka } from './records-by-kafka';
import { killedHub } from './killed-hub';
import { officialLibraries } from './official-libraries';
import { until } from './until';

/** Who may sign in to the cluster: the hub, and two agencies. */
const USERS: Door['users'] = { hub: 'the-hubs-own', police: 'polices-own', housing: 'housings-own' };
const MECHANISM = 'scram-sha-512';

/** Clients on librdkafka before 2.6.1, kcat of many distributions among them, cannot sign in to Kafka 4 by SCRAM, but so. */
const BY_PLAIN_AS_WELL = {
  'sasl.enabled.mechanisms': 'SCRAM-SHA-512,PLAIN',
  'listener.name.sasl_plaintext.plain.sasl.jaas.config': `org.apache.kafka.common.security.plain.PlainLoginModule required ${Object.entries(
    USERS,
  )
    .map(([name, password]) => `user_${name}="${password}"`)
    .join(' ')};`,
};

const byKafka = (): void => {
  let kafka: RunningKafka;
  let folder: string;
  let env: Readonly<Record<string, string>>;
  let door: Door;

  beforeAll(async () => {
    kafka = await startKafka({ users: USERS, settings: BY_PLAIN_AS_WELL });
    folder = mkdtempSync(join(tmpdir(), 'throughline-inbound-'));
    env = {
      KAFKA_BROKERS: kafka.brokers,
      KAFKA_SASL_MECHANISM: MECHANISM,
      KAFKA_SASL_USERNAME: 'hub',
      KAFKA_SASL_PASSWORD: USERS.hub,
    };
    const hub = await startHub({ env, dataDir: folder });
    const clusterOf = (username: keyof Door['users']): Cluster =>
      new Cluster(kafka.brokers, { mechanism: MECHANISM, username, password: USERS[username] });
    const agencyOf = (code: 'police' | 'housing'): Agency => new Agency(code, hub, clusterOf(code));
    door = {
      hub,
      brokers: kafka.brokers,
      users: USERS,
      cluster: clusterOf('hub'),
      police: agencyOf('police'),
      housing: agencyOf('housing'),
    };
    // A broker takes what was granted up a moment after the controller has it.
    for (const { code, cluster } of [door.police, door.housing]) {
      const topics = [`throughline.inbound.${code}`, `throughline.rejected.${code}`];
      const mayEnter = (): Promise<boolean> =>
        Promise.all(topics.map((topic) => cluster.bounds(topic))).then(
          () => true,
          () => false,
        );
      await until(`${code} may use its topics`, mayEnter);
    }
  }, 300_000);
  afterAll(async () => {
    await Promise.all([door.cluster.close(), door.police.cluster.close(), door.housing.cluster.close()]);
    await door.hub.stop();
    await kafka.stop();
    rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
  }, 60_000);

  describe('records by Kafka', () => recordsByKafka(() => door));
  describe('messages that hold no good record', () => malformedMessages(() => door));
  describe('the topics of an agency', () => accessToTopics(() => door));
  describe('official libraries, unchanged', () => officialLibraries(() => door));
  describe('messages under way when the hub is killed', () =>
    killedHub(
      () => door,
      async () => {
        const port = Number(new URL(door.hub.origin).port);
        await door.hub.kill();
        door = { ...door, hub: await startHub({ env, dataDir: folder, port }) };
      },
    ));
};

describe('the inbound topics', () => {
  if (javaIsThere()) byKafka();
  else it('were NOT TRIED: this machine has no Java 17', () => expect(process.env['CI']).not.toBe('true'));
});
