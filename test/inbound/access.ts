import { ConfigResourceTypes, type Message } from 'kafkajs';
import { incident } from '../publishing/events';
import { structured } from './agency';
import type { Cluster } from './cluster';
import type { Door } from './door';

const DENIED = /topic authorization failed/i;
/** What kafkajs makes of a group that one may not join. */
const NO_GROUP = /failed to find group coordinator/i;

/** Reads one topic in a group of this name, and fails as the cluster says. */
const read = async (cluster: Cluster, topic: string, groupId: string): Promise<void> => {
  const consumer = cluster.kafka.consumer({ groupId, maxWaitTimeInMs: 100, retry: { retries: 0 } });
  const crashed = new Promise<never>((_resolve, reject) => {
    consumer.on('consumer.crash', ({ payload }) => reject(payload.error));
  });
  crashed.catch(() => undefined);
  const joined = new Promise<void>((resolve) => consumer.on('consumer.fetch', () => resolve()));
  try {
    await consumer.connect();
    await consumer.subscribe({ topics: [topic], fromBeginning: true });
    await consumer.run({ eachMessage: () => Promise.resolve() });
    await Promise.race([joined, crashed]);
  } finally {
    await consumer.disconnect();
  }
};

/** An agency writes its own inbound topic and reads its own rejections and alerts, and nothing else (trust.md). */
export const accessToTopics = (given: () => Door): void => {
  const message: Message = structured(incident({ source: '/agencies/housing' }));

  it('it writes to its own, and not to another agency’s', async () => {
    const { police, housing } = given();
    await expect(housing.cluster.send('police', [message])).rejects.toThrow(DENIED);
    await housing.cluster.send('housing', [message]);
    await housing.emptied();
    await expect(police.cluster.send('housing', [message])).rejects.toThrow(DENIED);
  });

  it('it reads its own rejections and alerts, and not another agency’s', async () => {
    const { cluster, police, housing } = given();
    const [rejected] = await housing.send({ value: 'not JSON', headers: {} });
    expect(rejected?.document).toMatchObject({ status: 400, recordBase64: Buffer.from('not JSON').toString('base64') });
    await (await cluster.admin()).createTopics({ topics: [{ topic: 'throughline.alerts.housing' }] });
    await read(housing.cluster, 'throughline.alerts.housing', 'housing.alerts');
    await expect(read(police.cluster, 'throughline.rejected.housing', 'police.x')).rejects.toThrow(DENIED);
    await expect(read(police.cluster, 'throughline.alerts.housing', 'police.x')).rejects.toThrow(DENIED);
  });

  it('it reads no inbound topic, its own included, nor the records, and joins no group but its own', async () => {
    const { housing } = given();
    for (const topic of ['throughline.inbound.housing', 'throughline.inbound.police', 'throughline.records']) {
      await expect(read(housing.cluster, topic, 'housing.x')).rejects.toThrow(DENIED);
    }
    const group = read(housing.cluster, 'throughline.rejected.housing', 'throughline.intake');
    await expect(group).rejects.toThrow(NO_GROUP);
  });

  it('keep what they hold for a day', async () => {
    const { cluster } = given();
    const topics = ['throughline.inbound.riverside-police', 'throughline.rejected.riverside-police'];
    const { resources } = await (
      await cluster.admin()
    ).describeConfigs({ resources: topics.map((name) => ({ type: ConfigResourceTypes.TOPIC, name })), includeSynonyms: false });
    for (const { configEntries } of resources) {
      expect(configEntries.find(({ configName }) => configName === 'retention.ms')?.configValue).toBe(String(24 * 3_600_000));
    }
  });

  it('are in the readiness of the hub', async () => {
    const answer = await fetch(`${given().hub.origin}/health/ready`);
    const { checks } = (await answer.json()) as { checks: Record<string, { ok: boolean; detail: unknown }> };
    expect(checks['inbound topics']).toEqual({ ok: true, detail: { reading: true, agencies: 25, heldUp: [] } });
  });
};
