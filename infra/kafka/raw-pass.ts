import { makeTopics } from '@throughline/log/kafka';
import { Kafka, type KafkaConfig, logLevel } from 'kafkajs';

export interface RawPass {
  readonly brokers: string;
  readonly user: string;
  readonly password: string;
  readonly messages: number;
  readonly partitions: number;
  /** Of each message that is read, and of each that is written for it. */
  readonly bytesIn: number;
  readonly bytesOut: number;
}

/** Bytes of one send: a broker takes a megabyte at once. */
const SEND_BYTES = 512 * 1024;
const [FROM, TO] = ['floor.inbound', 'floor.records'];

/**
 * The least that can take messages in from Kafka and keep them on Kafka: kafkajs reads a batch, sends as many messages, and commits.
 * Answers how many a second.
 */
export const rawPass = async ({ brokers, user, password, messages, partitions, bytesIn, bytesOut }: RawPass): Promise<number> => {
  const config: KafkaConfig = { clientId: 'floor', brokers: [brokers], logLevel: logLevel.NOTHING };
  const kafka = new Kafka({ ...config, sasl: { mechanism: 'scram-sha-512', username: user, password } });
  const admin = kafka.admin();
  await admin.connect();
  const topics = [FROM, TO].map((topic) => ({ topic, numPartitions: partitions, replicationFactor: 1 }));
  await makeTopics(admin, topics);
  await admin.disconnect();

  const producer = kafka.producer({ idempotent: true, maxInFlightRequests: 1, allowAutoTopicCreation: false });
  await producer.connect();
  const value = Buffer.alloc(bytesIn, 'x');
  const atOnce = Math.max(1, Math.floor(SEND_BYTES / bytesIn));
  for (let sent = 0; sent < messages; sent += atOnce) {
    const some = Array.from({ length: Math.min(atOnce, messages - sent) }, (_, place) => ({ value, partition: place % partitions }));
    await producer.send({ topic: FROM, acks: -1, messages: some });
  }

  const consumer = kafka.consumer({ groupId: 'floor.pass', maxWaitTimeInMs: 100, maxBytesPerPartition: 512 * 1024 });
  await consumer.connect();
  await consumer.subscribe({ topics: [FROM], fromBeginning: true });
  const written = { key: 'floor', value: Buffer.alloc(bytesOut, 'x') };
  const most = Math.max(1, Math.floor(SEND_BYTES / bytesOut));
  let passed = 0;
  let began: number | undefined;
  try {
    const seconds = await new Promise<number>((resolve, reject) => {
      consumer.on('consumer.crash', ({ payload }) => reject(payload.error));
      const pass = async (partition: number, offsets: readonly string[]): Promise<void> => {
        began ??= performance.now();
        for (let left = offsets.length; left > 0; left -= most) {
          const some = Array.from({ length: Math.min(left, most) }, () => ({ ...written, partition }));
          await producer.send({ topic: TO, acks: -1, messages: some });
        }
        const next = (BigInt(offsets.at(-1) ?? '-1') + 1n).toString();
        await consumer.commitOffsets([{ topic: FROM, partition, offset: next }]);
        passed += offsets.length;
        if (passed >= messages) resolve((performance.now() - began) / 1_000);
      };
      consumer
        .run({
          autoCommit: false,
          eachBatchAutoResolve: true,
          partitionsConsumedConcurrently: partitions,
          eachBatch: ({ batch }) =>
            pass(
              batch.partition,
              batch.messages.map(({ offset }) => offset),
            ),
        })
        .catch(reject);
    });
    return passed / seconds;
  } finally {
    await consumer.disconnect();
    await producer.disconnect();
  }
};
