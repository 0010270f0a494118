import { type Admin, Kafka, type KafkaConfig, type KafkaMessage, logLevel, type Message, type Producer, type SASLOptions } from 'kafkajs';
import { until } from './until';

export interface Rejected {
  readonly key: string | null;
  readonly headers: Readonly<Record<string, string>>;
  readonly document: {
    readonly status: number;
    readonly title: string;
    readonly errors?: readonly { readonly index: number; readonly pointer: string; readonly detail: string }[];
    readonly record?: unknown;
    readonly recordBase64?: string;
  };
}

/** Messages of one send. */
const AT_ONCE = 1_000;

const textOf = (value: unknown): string => (Buffer.isBuffer(value) ? value.toString('utf8') : String(value));

const rejected = ({ key, headers = {}, value }: KafkaMessage): Rejected => ({
  key: key === null ? null : key.toString('utf8'),
  headers: Object.fromEntries(Object.entries(headers).map(([name, given]) => [name, textOf(given)])),
  document: JSON.parse(textOf(value)) as Rejected['document'],
});

/** The cluster as an agency's client sees it, by kafkajs. */
export class Cluster {
  readonly kafka: Kafka;
  private producer: Producer | undefined;
  private administrator: Admin | undefined;

  constructor(brokers: string, sasl?: SASLOptions) {
    const config: KafkaConfig = { clientId: 'an agency', brokers: [brokers], logLevel: logLevel.NOTHING, retry: { retries: 3 } };
    this.kafka = new Kafka({ ...config, ...(sasl === undefined ? {} : { sasl }) });
  }

  async send(agency: string, messages: readonly Message[]): Promise<void> {
    if (this.producer === undefined) {
      this.producer = this.kafka.producer({ allowAutoTopicCreation: false, idempotent: true, maxInFlightRequests: 1 });
      await this.producer.connect();
    }
    for (let from = 0; from < messages.length; from += AT_ONCE) {
      const some = messages.slice(from, from + AT_ONCE);
      await this.producer.send({ topic: `throughline.inbound.${agency}`, acks: -1, messages: some });
    }
  }

  async admin(): Promise<Admin> {
    if (this.administrator === undefined) {
      this.administrator = this.kafka.admin();
      await this.administrator.connect();
    }
    return this.administrator;
  }

  /** The first and the next offset of a topic's one partition. */
  async bounds(topic: string): Promise<{ readonly low: number; readonly high: number }> {
    const [found] = await (await this.admin()).fetchTopicOffsets(topic);
    return { low: Number(found?.low), high: Number(found?.high) };
  }

  /** Everything in an inbound topic has been taken, and its plain text is gone. */
  async emptied(agency: string): Promise<void> {
    const topic = `throughline.inbound.${agency}`;
    await until(`${topic} is empty`, async () => {
      const { low, high } = await this.bounds(topic);
      return low === high;
    });
  }

  /** Reads a rejected topic from this offset up to what is there at the time of the call, in a group that the agency may use. */
  async rejections(agency: string, from = 0): Promise<readonly Rejected[]> {
    const topic = `throughline.rejected.${agency}`;
    const { high } = await this.bounds(topic);
    if (high <= from) return [];
    const consumer = this.kafka.consumer({ groupId: `${agency}.test-${String(process.hrtime.bigint())}`, maxWaitTimeInMs: 100 });
    const read: Rejected[] = [];
    await consumer.connect();
    await consumer.subscribe({ topics: [topic], fromBeginning: true });
    await consumer.run({
      autoCommit: false,
      eachMessage: ({ message }) => {
        if (Number(message.offset) >= from) read.push(rejected(message));
        return Promise.resolve();
      },
    });
    consumer.seek({ topic, partition: 0, offset: String(from) });
    try {
      await until('the rejections are read', () => Promise.resolve(read.length >= high - from));
    } finally {
      await consumer.disconnect();
    }
    return read;
  }

  async close(): Promise<void> {
    await this.producer?.disconnect();
    await this.administrator?.disconnect();
  }
}
