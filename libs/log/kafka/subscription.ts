import { Fault } from '@throughline/kernel';
import type { Consumer, Kafka } from 'kafkajs';
import { LogUnavailable, type PartitionBounds, type PartitionReader, type SubscribeOptions, type Subscription } from '../port';
import { Lane } from './lane';

/** Entries lie in the log that the consumer does not fetch, though the cluster answers: the process must be started anew. */
export class LogStalled extends Fault {
  readonly retriable = false;
}

const WATCH_MS = 2_000;
/** A minute without a step, entries waiting and nobody at work. */
const ROUNDS_BEFORE_STALLED = 30;

export interface KafkaSubscriptionOptions extends SubscribeOptions {
  readonly topic: string;
  readonly positionsFrom: bigint;
  readonly bounds: () => Promise<ReadonlyMap<number, PartitionBounds>>;
  readonly onFatal: (reason: Error) => void;
}

/**
 * A member of a consumer group. Kafka decides who owns which partition; where reading starts is the reader's answer alone, and
 * nothing is ever committed to Kafka. Handlers run beside the consumer's own loop, which only fetches and keeps the membership,
 * so nothing is ever thrown into it.
 */
export class KafkaSubscription implements Subscription {
  private readonly consumer: Consumer;
  private readonly lanes = new Map<number, Lane>();
  private readonly settling = new Map<number, Promise<void>>();
  private memberId: string | undefined;
  private stopping = false;
  private watchdog: NodeJS.Timeout | undefined;

  constructor(
    kafka: Kafka,
    private readonly reader: PartitionReader,
    private readonly options: KafkaSubscriptionOptions,
  ) {
    this.consumer = kafka.consumer({
      // Groups are one namespace in a cluster: under the topic's name, two logs' readers of the same name do not meet.
      groupId: `${options.topic}.${options.group}`,
      sessionTimeout: 10_000,
      heartbeatInterval: 1_000,
      maxWaitTimeInMs: 100,
      maxBytesPerPartition: 1024 * 1024,
      maxBytes: 8 * 1024 * 1024,
      allowAutoTopicCreation: false,
      retry: { retries: 8, initialRetryTime: 100, maxRetryTime: 2_000 },
    });
    this.consumer.on('consumer.group_join', ({ payload }) => this.joined(payload.memberId, payload.memberAssignment[options.topic] ?? []));
    this.consumer.on('consumer.crash', ({ payload }) => {
      if (!payload.restart) this.fatal(payload.error);
    });
  }

  async start(): Promise<void> {
    try {
      await this.consumer.connect();
      // Out of range, kafkajs goes to the beginning: entries that are known or a hole that is seen. To the end would be silence.
      await this.consumer.subscribe({ topics: [this.options.topic], fromBeginning: true });
      await this.consumer.run({
        autoCommit: false,
        eachBatchAutoResolve: false,
        eachBatch: (payload) => {
          this.lanes.get(payload.batch.partition)?.offer(payload.batch, (offset) => payload.resolveOffset(offset));
          return Promise.resolve();
        },
      });
    } catch (reason) {
      await this.consumer.disconnect().catch(() => undefined);
      throw new LogUnavailable('the Kafka log could not be subscribed to', { cause: reason });
    }
    this.watchdog = setInterval(() => void this.watch(), WATCH_MS);
    this.watchdog.unref();
  }

  async stop(): Promise<void> {
    this.stopping = true;
    clearInterval(this.watchdog);
    for (const partition of [...this.lanes.keys()]) this.retire(partition);
    await Promise.all(this.settling.values());
    await this.consumer.disconnect().catch(() => undefined);
  }

  private joined(memberId: string, partitions: readonly number[]): void {
    if (this.stopping) return;
    // Under another name this process was out of the group meanwhile, and others may have owned what it has again.
    const sameMember = memberId === this.memberId;
    this.memberId = memberId;
    for (const partition of [...this.lanes.keys()]) {
      if (!sameMember || !partitions.includes(partition)) this.retire(partition);
    }
    for (const partition of partitions) {
      const lane = this.lanes.get(partition);
      if (lane === undefined) this.lanes.set(partition, this.newLane(partition));
      else lane.rejoined();
    }
  }

  private retire(partition: number): void {
    const lane = this.lanes.get(partition);
    this.lanes.delete(partition);
    if (lane === undefined) return;
    lane.end();
    this.settling.set(partition, lane.done);
  }

  private newLane(partition: number): Lane {
    const { topic, positionsFrom, maxEntries } = this.options;
    const made: { lane?: Lane } = {};
    const steer = (act: () => void): void => {
      // A lane that was retired no longer steers: the partition may have a new one.
      if (made.lane !== undefined && this.lanes.get(partition) !== made.lane) return;
      try {
        act();
      } catch {
        // kafkajs refuses while it does not run: then the next joining sets every partition anew.
        return;
      }
    };
    made.lane = new Lane(
      {
        partition,
        reader: this.reader,
        maxEntries,
        positionsFrom,
        bounds: async () => {
          const found = (await this.options.bounds()).get(partition);
          if (found === undefined) throw new LogUnavailable(`the cluster does not know partition ${partition}`);
          return found;
        },
        after: this.settling.get(partition) ?? Promise.resolve(),
      },
      {
        pause: () => steer(() => this.consumer.pause([{ topic, partitions: [partition] }])),
        resume: () => steer(() => this.consumer.resume([{ topic, partitions: [partition] }])),
        seek: (offset) => steer(() => this.consumer.seek({ topic, partition, offset: offset.toString() })),
      },
    );
    return made.lane;
  }

  private async watch(): Promise<void> {
    const stood = [...this.lanes].flatMap(([partition, lane]) => (lane.next === undefined ? [] : [{ partition, lane, at: lane.next }]));
    if (stood.length === 0) return;
    const bounds = await this.options.bounds().catch(() => undefined);
    for (const { partition, lane, at } of stood) {
      const found = bounds?.get(partition);
      if (found === undefined) continue;
      const rounds = lane.watch(at, found);
      if (rounds === ROUNDS_BEFORE_STALLED) this.fatal(new LogStalled(`partition ${partition} stands at ${at} of ${found.end}`));
    }
  }

  private fatal(reason: Error): void {
    if (this.stopping) return;
    for (const lane of this.lanes.values()) lane.fail(reason);
    this.options.onFatal(reason);
  }
}
