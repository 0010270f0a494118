import type { Consumer, Kafka } from 'kafkajs';
import type { InboundMessage } from './port';
import { InboundLane } from './lane';

export interface InboundConsumerParts {
  readonly group: string;
  /** The agency of each topic. */
  readonly topics: ReadonlyMap<string, string>;
  readonly handle: (agency: string, messages: readonly InboundMessage[]) => Promise<void>;
  /** What was committed. */
  readonly committed: (topic: string, partition: number, offset: bigint) => void;
  readonly faltered: (agency: string, reason: unknown) => void;
}

/**
 * A member of the group that reads the inbound topics. The offsets are Kafka's: committed by hand, after the messages are handled.
 * Heartbeats go with the fetching, which nothing holds up.
 */
export class InboundConsumer {
  private readonly consumer: Consumer;
  private readonly lanes = new Map<string, InboundLane>();
  private readonly settling = new Map<string, Promise<void>>();
  private readonly ended = new AbortController();

  constructor(
    kafka: Kafka,
    private readonly parts: InboundConsumerParts,
  ) {
    this.consumer = kafka.consumer({
      groupId: parts.group,
      sessionTimeout: 10_000,
      heartbeatInterval: 1_000,
      maxWaitTimeInMs: 100,
      maxBytesPerPartition: 512 * 1024,
      maxBytes: 16 * 1024 * 1024,
      allowAutoTopicCreation: false,
      retry: { retries: 8, initialRetryTime: 100, maxRetryTime: 2_000 },
    });
    this.consumer.on('consumer.group_join', ({ payload }) => this.joined(payload.memberAssignment));
    this.consumer.on('consumer.crash', ({ payload }) => {
      if (!payload.restart) this.ended.abort(payload.error);
    });
  }

  /** Aborted when it reads no more: then another one must be made. */
  get gone(): AbortSignal {
    return this.ended.signal;
  }

  async start(): Promise<void> {
    await this.consumer.connect();
    // Where what was committed is gone, because it was deleted or the day is over, the oldest that is there comes next.
    await this.consumer.subscribe({ topics: [...this.parts.topics.keys()], fromBeginning: true });
    await this.consumer.run({
      autoCommit: false,
      eachBatchAutoResolve: false,
      eachBatch: (payload) => {
        const { batch } = payload;
        this.lanes.get(placeOf(batch.topic, batch.partition))?.offer(batch, (offset) => payload.resolveOffset(offset));
        return Promise.resolve();
      },
    });
  }

  /** Settles when no message is being handled any more. */
  async stop(): Promise<void> {
    this.ended.abort();
    this.retireAll();
    await Promise.all(this.settling.values());
    await this.consumer.disconnect().catch(() => undefined);
  }

  /** After each forming of the group reading starts at what is committed, so every lane starts anew. */
  private joined(assignment: Readonly<Record<string, number[]>>): void {
    if (this.ended.signal.aborted) return;
    this.retireAll();
    for (const [topic, partitions] of Object.entries(assignment)) {
      const agency = this.parts.topics.get(topic);
      if (agency === undefined) continue;
      for (const partition of partitions) this.lanes.set(placeOf(topic, partition), this.newLane(agency, topic, partition));
    }
  }

  private retireAll(): void {
    for (const [place, lane] of this.lanes) {
      lane.end();
      this.settling.set(place, lane.done);
    }
    this.lanes.clear();
  }

  private newLane(agency: string, topic: string, partition: number): InboundLane {
    const steer = (act: () => void): void => {
      try {
        act();
      } catch {
        // kafkajs refuses while it does not run; the next joining makes every lane anew.
        return;
      }
    };
    return new InboundLane({
      handle: (messages) => this.parts.handle(agency, messages),
      commit: async (offset) => {
        await this.consumer.commitOffsets([{ topic, partition, offset: offset.toString() }]);
        this.parts.committed(topic, partition, offset);
      },
      pause: () => steer(() => this.consumer.pause([{ topic, partitions: [partition] }])),
      resume: () => steer(() => this.consumer.resume([{ topic, partitions: [partition] }])),
      faltered: (reason) => this.parts.faltered(agency, reason),
      after: this.settling.get(placeOf(topic, partition)) ?? Promise.resolve(),
    });
  }
}

const placeOf = (topic: string, partition: number): string => `${topic}/${partition}`;
