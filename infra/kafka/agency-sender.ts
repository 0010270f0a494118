import { setTimeout as pause } from 'node:timers/promises';
import { type Admin, Kafka, logLevel } from 'kafkajs';

/** A message as an agency sends it. */
export interface AgencyMessage {
  readonly value: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** An agency's own client, kafkajs as it comes: it signs in as the agency, and writes to the agency's inbound topic. */
export interface AgencySender {
  /** Settles when the broker has them. */
  send(messages: readonly AgencyMessage[]): Promise<void>;
  close(): Promise<void>;
}

const PATIENCE = 60_000;

/** A broker takes up what was granted a moment after the hub has made the topic. */
const untilAllowed = async (admin: Admin, topic: string): Promise<void> => {
  const end = performance.now() + PATIENCE;
  for (;;) {
    try {
      await admin.fetchTopicOffsets(topic);
      return;
    } catch (reason) {
      if (performance.now() > end) throw reason;
      await pause(200);
    }
  }
};

/** Connects, and waits until the agency may write to its topic. */
export const agencySender = async (brokers: string, agency: string, password: string): Promise<AgencySender> => {
  const kafka = new Kafka({
    clientId: agency,
    brokers: [brokers],
    logLevel: logLevel.NOTHING,
    sasl: { mechanism: 'scram-sha-512', username: agency, password },
    retry: { retries: 12, initialRetryTime: 100, maxRetryTime: 2_000 },
  });
  const topic = `throughline.inbound.${agency}`;
  const admin = kafka.admin({ retry: { retries: 3 } });
  await admin.connect();
  await untilAllowed(admin, topic).finally(() => admin.disconnect());
  const producer = kafka.producer({ idempotent: true, maxInFlightRequests: 1, allowAutoTopicCreation: false });
  await producer.connect();
  return {
    send: async (messages) => {
      const some = messages.map(({ value, headers }) => ({ key: agency, value, headers: { ...headers } }));
      await producer.send({ topic, acks: -1, messages: some });
    },
    close: () => producer.disconnect(),
  };
};
