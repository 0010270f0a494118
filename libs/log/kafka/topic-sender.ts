import { Kafka, type KafkaConfig, logLevel, type Producer } from 'kafkajs';
import { LogUnavailable } from '../port';

const RETRY = { retries: 3, initialRetryTime: 100, maxRetryTime: 1_000 };

/** Milliseconds for the whole of a send: whoever sends has more to do than to wait for brokers that are away. */
const PATIENCE = 8_000;

export interface SentMessage {
  readonly key: string;
  readonly value: string;
  readonly headers: Readonly<Record<string, string>>;
}

/**
 * Sends to topics beside the log, one message in flight, `acks=all`. It makes none: to one that is not there yet (see `AgencyDoor`) a
 * send fails, and is tried again. A producer whose send has failed is never used again: see `Appender`.
 */
export class KafkaTopicSender {
  private readonly kafka: Kafka;
  private producer: Producer | undefined;
  private turn: Promise<unknown> = Promise.resolve();

  constructor(config: KafkaConfig) {
    this.kafka = new Kafka({ logLevel: logLevel.NOTHING, connectionTimeout: 2_000, requestTimeout: 5_000, retry: RETRY, ...config });
  }

  /** Settled when the brokers have it for good. Fails with `LogUnavailable`. */
  send(topic: string, message: SentMessage): Promise<void> {
    const mine = this.turn.then(() => this.sendNow(topic, message));
    this.turn = mine.catch(() => undefined);
    return mine;
  }

  async close(): Promise<void> {
    await this.turn;
    await this.producer?.disconnect();
    this.producer = undefined;
  }

  private async sendNow(topic: string, message: SentMessage): Promise<void> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_resolve, reject) => {
      timer = setTimeout(() => reject(new Error('no answer in time')), PATIENCE);
    });
    try {
      const sending = this.trySend(topic, message);
      sending.catch(() => undefined);
      await Promise.race([sending, late]);
    } catch (reason) {
      const { producer } = this;
      this.producer = undefined;
      producer?.disconnect().catch(() => undefined);
      throw new LogUnavailable('Kafka did not acknowledge the message', { cause: reason });
    } finally {
      clearTimeout(timer);
    }
  }

  private async trySend(topic: string, message: SentMessage): Promise<void> {
    this.producer ??= await this.connected();
    await this.producer.send({ topic, acks: -1, messages: [{ ...message, headers: { ...message.headers } }] });
  }

  private async connected(): Promise<Producer> {
    const producer = this.kafka.producer({ idempotent: true, maxInFlightRequests: 1, allowAutoTopicCreation: false, retry: RETRY });
    await producer.connect();
    return producer;
  }
}
