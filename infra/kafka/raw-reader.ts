import { randomUUID } from 'node:crypto';
import { type EachMessagePayload, Kafka, logLevel } from 'kafkajs';

/** A message as it lies in a topic, as text. */
export interface RawMessage {
  readonly key: string;
  readonly value: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** Everything that lies in a topic now, as any client reads it; nothing where the topic is missing. */
export const readTopic = async (brokers: string, topic: string): Promise<readonly RawMessage[]> => {
  const kafka = new Kafka({ clientId: 'throughline-reader', brokers: [brokers], logLevel: logLevel.NOTHING });
  const admin = kafka.admin();
  await admin.connect();
  const group = `reader-${randomUUID()}`;
  try {
    if (!(await admin.listTopics()).includes(topic)) return [];
    const offsets = await admin.fetchTopicOffsets(topic);
    const ends = new Map(offsets.filter(({ low, high }) => low !== high).map(({ partition, high }) => [partition, BigInt(high)]));
    if (ends.size === 0) return [];
    const found: RawMessage[] = [];
    const consumer = kafka.consumer({ groupId: group, maxWaitTimeInMs: 100 });
    await consumer.connect();
    try {
      await consumer.subscribe({ topic, fromBeginning: true });
      await new Promise<void>((resolve, reject) => {
        const read = async ({ partition, message }: EachMessagePayload): Promise<void> => {
          const headers = Object.entries(message.headers ?? {}).map(([name, value]) => [name, String(value)] as const);
          found.push({ key: String(message.key), value: String(message.value), headers: Object.fromEntries(headers) });
          if (BigInt(message.offset) + 1n >= (ends.get(partition) ?? 0n)) ends.delete(partition);
          if (ends.size === 0) resolve();
        };
        consumer.run({ autoCommit: false, eachMessage: read }).catch(reject);
      });
    } finally {
      await consumer.disconnect();
    }
    return found;
  } finally {
    await admin.deleteGroups([group]).catch(() => undefined);
    await admin.disconnect();
  }
};
