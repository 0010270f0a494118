import { type Kafka, KafkaJSError, type Message, type Producer } from 'kafkajs';
import { AppendTooLarge, LogUnavailable } from '../port';

export interface KeyedMessage extends Message {
  readonly partition: number;
}

/** About ten seconds of trying: a broker that starts again is back by then. */
const RETRY = { retries: 8, initialRetryTime: 100, maxRetryTime: 2_000 };

const isTooLarge = (reason: unknown): boolean =>
  reason instanceof KafkaJSError && 'type' in reason && (reason.type === 'MESSAGE_TOO_LARGE' || reason.type === 'RECORD_LIST_TOO_LARGE');

/**
 * Sends with an idempotent producer, `acks=all`, one request at a time, whatever the topic.
 *
 * kafkajs takes a failed batch's sequence numbers back. Were another batch of the same size sent next, under those numbers, a
 * broker that had stored the first one after all would take it for a repetition, acknowledge it and drop it. So nothing else is
 * sent while a batch is being retried, and a producer whose batch has failed for good is never used again: the next one has an
 * identity and sequence numbers of its own.
 */
export class Appender {
  private producer: Producer | undefined;
  private turn: Promise<unknown> = Promise.resolve();

  constructor(private readonly kafka: Kafka) {}

  /** The offset that the first message of each partition got. */
  append(topic: string, messages: KeyedMessage[]): Promise<ReadonlyMap<number, bigint>> {
    const mine = this.turn.then(() => this.send(topic, messages));
    this.turn = mine.catch(() => undefined);
    return mine;
  }

  async close(): Promise<void> {
    await this.turn;
    await this.producer?.disconnect();
    this.producer = undefined;
  }

  private async send(topic: string, messages: KeyedMessage[]): Promise<ReadonlyMap<number, bigint>> {
    try {
      this.producer ??= await this.connected();
      const answers = await this.producer.send({ topic, acks: -1, messages });
      return new Map(answers.map(({ partition, baseOffset }) => [partition, BigInt(baseOffset ?? '-1')]));
    } catch (reason) {
      await this.producer?.disconnect().catch(() => undefined);
      this.producer = undefined;
      if (isTooLarge(reason)) throw new AppendTooLarge('the append is larger than the topic takes', { cause: reason });
      throw new LogUnavailable('the Kafka cluster did not acknowledge the append', { cause: reason });
    }
  }

  private async connected(): Promise<Producer> {
    const producer = this.kafka.producer({
      idempotent: true,
      maxInFlightRequests: 1,
      allowAutoTopicCreation: false,
      retry: RETRY,
      createPartitioner:
        () =>
        ({ message }) =>
          message.partition ?? 0,
    });
    await producer.connect();
    return producer;
  }
}
