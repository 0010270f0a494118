import { Kafka, type KafkaConfig, logLevel } from 'kafkajs';
import { requireAllOrNoneKept } from '../kept-positions';
import {
  AppendTooLarge,
  ENTRY_OVERHEAD_BYTES,
  type Log,
  type LogEntry,
  LogTrimmed,
  LogUnavailable,
  MAX_APPEND_BYTES,
  type NewEntry,
  type PartitionBounds,
  type PartitionReader,
  POSITION_HEADER,
  type ScanRange,
  type SubscribeOptions,
  type Subscription,
} from '../port';
import { Administration } from './admin';
import { Appender, type KeyedMessage } from './appender';
import { partitionOfKey } from './partition-of';
import { scanPartition } from './scan';
import { KafkaSubscription } from './subscription';
import { ensureTopic } from './topic';

export interface KafkaLogOptions {
  /** Brokers, TLS and SASL, as kafkajs takes them. */
  readonly kafka: KafkaConfig;
  readonly topic: string;
  /** Fixed when the topic is made; more partitions are a new generation of the topic, filled with a copy. */
  readonly partitions: number;
  /** Default 1; 3 where there are three brokers, and then two of them have an append before it is acknowledged. */
  readonly replicationFactor?: number;
  /**
   * Added to the offset of an entry that was not copied, default 0. A topic that began with a copy MUST be given a number no lower
   * than every position that was copied, the same in every process and for as long as the topic lives.
   */
  readonly positionsFrom?: bigint;
  /** Reading cannot go on in this process: end it, so that it is started anew. Default: nothing beside each partition's `stopped`. */
  readonly onFatal?: (reason: Error) => void;
}

class KafkaLog implements Log {
  readonly partitions: number;
  private readonly appender: Appender;
  private readonly positionsFrom: bigint;
  private readonly subscriptions = new Set<Subscription>();
  private closed = false;

  constructor(
    private readonly kafka: Kafka,
    private readonly administration: Administration,
    private readonly options: KafkaLogOptions,
  ) {
    this.partitions = options.partitions;
    this.positionsFrom = options.positionsFrom ?? 0n;
    this.appender = new Appender(kafka);
  }

  partitionOf(partnership: string): number {
    return partitionOfKey(partnership, this.partitions);
  }

  async append(entries: readonly NewEntry[]): Promise<readonly bigint[]> {
    if (this.closed) throw new LogUnavailable('the log is closed');
    if (entries.length === 0) return [];
    requireAllOrNoneKept(entries);
    const bytes = new Map<number, number>();
    const messages = entries.map((entry): KeyedMessage => {
      const partition = this.partitionOf(entry.partnership);
      bytes.set(partition, (bytes.get(partition) ?? 0) + entry.value.length + ENTRY_OVERHEAD_BYTES);
      const message = { key: entry.partnership, value: entry.value, partition };
      return entry.position === undefined ? message : { ...message, headers: { [POSITION_HEADER]: entry.position.toString() } };
    });
    for (const [partition, weight] of bytes) {
      if (weight > MAX_APPEND_BYTES) throw new AppendTooLarge(`${weight} bytes for partition ${partition} are more than one append takes`);
    }
    const offsets = new Map(await this.appender.append(this.options.topic, messages));
    return entries.map((entry, index) => {
      const partition = messages[index]?.partition ?? 0;
      const offset = offsets.get(partition);
      if (offset === undefined || offset < 0n) throw new LogUnavailable(`partition ${partition} acknowledged without an offset`);
      offsets.set(partition, offset + 1n);
      return entry.position ?? offset + this.positionsFrom;
    });
  }

  async bounds(partition: number): Promise<PartitionBounds> {
    const found = (await this.administration.bounds(this.options.topic)).get(partition);
    if (found === undefined) throw new RangeError(`there is no partition ${partition}`);
    return found;
  }

  async *scan(partition: number, range: ScanRange): AsyncGenerator<readonly LogEntry[]> {
    const { begin, end } = await this.bounds(partition);
    const to = range.to < end ? range.to : end;
    if (range.from >= to) return;
    if (range.from < begin) throw new LogTrimmed(`partition ${partition} begins at ${begin}, after ${range.from}`);
    const bounds = (): Promise<PartitionBounds> => this.bounds(partition);
    const forgetGroup = (group: string): Promise<void> => this.administration.forgetGroup(group);
    const { topic } = this.options;
    yield* scanPartition(this.kafka, { ...range, to, topic, partition, positionsFrom: this.positionsFrom, bounds, forgetGroup });
  }

  async subscribe(reader: PartitionReader, options: SubscribeOptions): Promise<Subscription> {
    const inner = new KafkaSubscription(this.kafka, reader, {
      ...options,
      topic: this.options.topic,
      positionsFrom: this.positionsFrom,
      bounds: () => this.administration.bounds(this.options.topic),
      onFatal: this.options.onFatal ?? (() => undefined),
    });
    await inner.start();
    const subscription: Subscription = {
      stop: async () => {
        this.subscriptions.delete(subscription);
        await inner.stop();
      },
    };
    this.subscriptions.add(subscription);
    return subscription;
  }

  async close(): Promise<void> {
    this.closed = true;
    await Promise.all([...this.subscriptions].map((subscription) => subscription.stop()));
    await this.appender.close();
    await this.administration.close();
  }
}

/** The log in Kafka: production. Makes the topic where it is missing, and refuses one that has other partitions or would forget. */
export const createKafkaLog = async (options: KafkaLogOptions): Promise<Log> => {
  const kafka = new Kafka({ clientId: 'throughline', logLevel: logLevel.NOTHING, ...options.kafka });
  const { topic, partitions, replicationFactor = 1 } = options;
  const administration = new Administration(kafka);
  try {
    await administration.ask((admin) => ensureTopic(admin, { topic, partitions, replicationFactor }));
  } catch (reason) {
    await administration.close();
    throw reason;
  }
  return new KafkaLog(kafka, administration, options);
};
