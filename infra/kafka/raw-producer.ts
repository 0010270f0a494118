import { makeTopics } from '@throughline/log/kafka';
import { Kafka, logLevel } from 'kafkajs';

/** kafkajs as it comes, for what is measured against it: idempotent, `acks=all`, one request in flight, a topic of its own. */
export interface RawProducer {
  /** Sends values to one partition, and settles when the broker has them. */
  send(partition: number, values: readonly Buffer[]): Promise<void>;
  close(): Promise<void>;
}

/** Makes the topic where it is missing, and connects. */
export const rawProducer = async (brokers: string, topic: string, partitions: number): Promise<RawProducer> => {
  const kafka = new Kafka({ clientId: 'floor', brokers: [brokers], logLevel: logLevel.NOTHING });
  const admin = kafka.admin();
  await admin.connect();
  await makeTopics(admin, [{ topic, numPartitions: partitions, replicationFactor: 1 }]);
  await admin.disconnect();
  const producer = kafka.producer({ idempotent: true, maxInFlightRequests: 1, allowAutoTopicCreation: false });
  await producer.connect();
  return {
    send: async (partition, values) => {
      await producer.send({ topic, acks: -1, messages: values.map((value) => ({ key: 'floor', partition, value })) });
    },
    close: () => producer.disconnect(),
  };
};
