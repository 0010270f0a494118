import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { javaIsThere, type RunningKafka, startKafka } from '@throughline/infra/kafka';
import type { Log } from '@throughline/log';
import { createKafkaLog } from '@throughline/log/kafka';
import type { Pool } from 'pg';
import { digestOf } from '../../apps/projector/rebuild';
import { type RunningHub, startHub } from '../running-hub';
import { differencesOf, liveSchemaOf, NO_DIFFERENCES, tablesOf } from './hub-tables';
import { load } from './load';
import { Operator } from './operator';
import { Publishers } from './publishers';

const RECORDS = 2_000;
const SEED = 11;

const onKafka = (): void => {
  let folder: string;
  let kafka: RunningKafka;
  let hub: RunningHub;
  let pool: Pool;
  let log: Log;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'throughline-on-kafka-'));
    kafka = await startKafka({ dataDir: join(folder, 'kafka') });
    hub = await startHub({ dataDir: join(folder, 'hub'), env: { KAFKA_BROKERS: kafka.brokers } });
    pool = tablesOf(join(folder, 'hub'));
    log = await createKafkaLog({ kafka: { brokers: [kafka.brokers] }, topic: 'throughline.records', partitions: 8 });
  }, 240_000);
  afterAll(async () => {
    await log.close();
    await pool.end();
    await hub.stop();
    await kafka.stop();
    rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
  }, 240_000);

  it('loses nothing that it acknowledged, though the hub is started anew and the broker is killed under load', async () => {
    const target = { origin: hub.origin, token: (client: string) => hub.token(client) };
    const publishers = new Publishers(target);
    const calls = load(SEED, RECORDS);
    const publishing = publishers.publish(calls);
    publishing.catch(() => undefined);
    await Promise.race([publishers.reached(RECORDS / 3), publishing]);
    const port = Number(new URL(hub.origin).port);
    await hub.kill();
    hub = await startHub({ dataDir: join(folder, 'hub'), port, env: { KAFKA_BROKERS: kafka.brokers } });

    await Promise.race([publishers.reached((RECORDS * 2) / 3), publishing]);
    await kafka.kill();
    await pause(500);
    kafka = await startKafka({ dataDir: join(folder, 'kafka'), port: Number(kafka.brokers.split(':')[1]) });
    await publishing;
    expect(publishers.acknowledged).toHaveLength(RECORDS);

    const operator = new Operator(target);
    await operator.settled(async () => (await pool.query('SELECT FROM hub.outbox LIMIT 1')).rowCount === 0, 90_000);
    const { differences } = await differencesOf(pool, log, publishers.acknowledged);
    expect(differences).toEqual(NO_DIFFERENCES);

    const live = await digestOf(pool, await liveSchemaOf(pool));
    await operator.rebuild();
    expect(await digestOf(pool, await liveSchemaOf(pool))).toEqual(live);
  }, 240_000);
};

describe('a hub whose log is Kafka', () => {
  if (javaIsThere()) onKafka();
  else it('was NOT RUN: this machine has no Java 17', () => expect(process.env['CI']).not.toBe('true'));
});
