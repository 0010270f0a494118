import { setTimeout as pause } from 'node:timers/promises';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { javaIsThere, type RunningKafka, startKafka } from '@throughline/infra/kafka';
import { Fault } from '@throughline/kernel';
import { Kafka, logLevel, type Producer } from 'kafkajs';
import { until } from '../../contract/harness';
import { AgencyDoor, type InboundMessage } from './index';

class AwayJustNow extends Fault {
  readonly retriable = true;
}

const textOf = ({ value }: InboundMessage): string => value?.toString('utf8') ?? '';

const onABroker = (): void => {
  const dataDir = mkdtempSync(join(tmpdir(), 'throughline-door-'));
  const agencies = ['police', 'housing'];
  const taken = new Map<string, string[]>();
  const away = new Set<string>();
  let broker: RunningKafka;
  let door: AgencyDoor;
  let producer: Producer;

  const send = (agency: string, ...texts: readonly string[]) =>
    producer.send({ topic: `throughline.inbound.${agency}`, messages: texts.map((value) => ({ key: null, value })) });
  const takenOf = (agency: string): readonly string[] => taken.get(agency) ?? [];

  beforeAll(async () => {
    broker = await startKafka({ dataDir });
    door = new AgencyDoor({ kafka: { brokers: [broker.brokers] }, guarded: false });
    door.open(
      () => agencies,
      (agency, messages) => {
        if (away.has(agency)) return Promise.reject(new AwayJustNow('something is away'));
        const [bad, good] = [
          messages.filter((message) => textOf(message) === 'bad'),
          messages.filter((message) => textOf(message) !== 'bad'),
        ];
        taken.set(agency, [...takenOf(agency), ...good.map(textOf)]);
        return Promise.resolve(bad.map((message) => ({ message, document: Buffer.from('refused') })));
      },
      { opened: () => undefined, faltered: () => undefined, heldUp: () => undefined },
    );
    producer = new Kafka({ brokers: [broker.brokers], logLevel: logLevel.NOTHING, retry: { retries: 20 } }).producer();
    await producer.connect();
    await until('the door is open', () => door.state.open, 60);
  }, 120_000);
  afterAll(async () => {
    await producer.disconnect();
    await door.close();
    await broker.stop();
    rmSync(dataDir, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
  }, 60_000);

  it('takes what is sent, in its order', async () => {
    await send('police', 'one', 'two', 'three');
    await until('all are taken', () => takenOf('police').length === 3, 60);
    expect(takenOf('police')).toEqual(['one', 'two', 'three']);
  });

  it('makes the topics of alerts where agencies do not publish by Kafka, and no other', async () => {
    const outward = new AgencyDoor({ kafka: { brokers: [broker.brokers] }, guarded: false, inbound: false });
    const told = ['gp'];
    const nothing = (): void => undefined;
    outward.open(
      () => told,
      () => Promise.resolve([]),
      { opened: nothing, faltered: nothing, heldUp: nothing },
    );
    await until('it is open', () => outward.state.open, 60);
    told.push('asc');
    await until('it is open for two', () => outward.state.agencies === 2, 60);
    expect(outward.state).toEqual({ open: true, reading: false, agencies: 2, heldUp: [] });
    await outward.close();
    const admin = new Kafka({ brokers: [broker.brokers], logLevel: logLevel.NOTHING }).admin();
    await admin.connect();
    const topics = (await admin.listTopics()).filter((topic) => /\.(gp|asc)$/.test(topic));
    await admin.disconnect();
    expect(topics.sort()).toEqual(['throughline.alerts.asc', 'throughline.alerts.gp']);
  }, 120_000);

  it('opens for an agency that comes later', async () => {
    agencies.push('idva');
    await until('it is open for three', () => door.state.reading && door.state.agencies === 3, 60);
    await send('idva', 'new here');
    await until('it is taken', () => takenOf('idva').length === 1, 60);
  });

  it('holds up an agency’s messages while they cannot be taken, and nobody else’s, and drops none', async () => {
    away.add('housing');
    await send('housing', 'waits');
    await until('it is held up', () => door.state.heldUp.includes('housing'), 60);
    await send('police', 'goes on');
    await until('the other is taken', () => takenOf('police').includes('goes on'), 60);
    expect(takenOf('housing')).toEqual([]);
    expect(door.state).toEqual({ open: true, reading: true, agencies: 3, heldUp: ['housing'] });
    away.clear();
    await until('it is taken', () => takenOf('housing').length === 1, 60);
    await until('nobody is held up', () => door.state.heldUp.length === 0, 60);
  });

  it('goes on where it stood when the broker is killed and started again', async () => {
    await broker.kill();
    await pause(500);
    broker = await startKafka({ dataDir, port: Number(broker.brokers.split(':')[1]) });
    await send('police', 'bad', 'after the fall');
    await until('it is taken', () => takenOf('police').includes('after the fall'), 60);
    expect(takenOf('idva')).toEqual(['new here']);
  }, 120_000);
};

describe('the door of the agencies', () => {
  if (javaIsThere()) onABroker();
  else it('was NOT RUN: this machine has no Java 17', () => expect(process.env['CI']).not.toBe('true'));
});
