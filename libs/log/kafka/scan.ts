import { randomUUID } from 'node:crypto';
import { AssignerProtocol, type Consumer, type Kafka, type PartitionAssigner } from 'kafkajs';
import { Fault } from '@throughline/kernel';
import { type LogEntry, LogTrimmed, LogUnavailable, type PartitionBounds } from '../port';
import { Fetched } from './fetched';

const NOTHING_CAME_MS = 30_000;

export interface ScanOptions {
  readonly topic: string;
  readonly partition: number;
  readonly from: bigint;
  readonly to: bigint;
  readonly maxEntries: number;
  readonly positionsFrom: bigint;
  readonly bounds: () => Promise<PartitionBounds>;
  readonly forgetGroup: (group: string) => Promise<void>;
}

/** Gives the group's only member this one partition. kafkajs has no other way to read a partition without the rest of the topic. */
const onlyPartition =
  (partition: number): PartitionAssigner =>
  () => ({
    name: 'OnlyPartition',
    version: 0,
    assign: ({ members, topics }) =>
      Promise.resolve(
        members.map(({ memberId }) => {
          const assignment = Object.fromEntries(topics.map((topic) => [topic, [partition]]));
          return {
            memberId,
            memberAssignment: AssignerProtocol.MemberAssignment.encode({ version: 0, assignment, userData: Buffer.alloc(0) }),
          };
        }),
      ),
    protocol: ({ topics }) => ({
      name: 'OnlyPartition',
      metadata: AssignerProtocol.MemberMetadata.encode({ version: 0, topics, userData: Buffer.alloc(0) }),
    }),
  });

/** Waits for the next change, but not for ever. */
const changeWithin = async (fetched: Fetched, ms: number): Promise<boolean> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => (timer = setTimeout(() => resolve(false), ms)));
  try {
    return await Promise.race([fetched.change().then(() => true), late]);
  } finally {
    clearTimeout(timer);
  }
};

/** One reading of a stretch of one partition, by a consumer of its own in a group of its own that lives as long as the reading. */
class Scan {
  private readonly group: string;
  private readonly consumer: Consumer;
  private readonly fetched: Fetched;
  private failure: Fault | undefined;

  constructor(
    kafka: Kafka,
    private readonly options: ScanOptions,
  ) {
    const { topic, partition } = options;
    this.group = `${topic}.scan.${randomUUID()}`;
    this.consumer = kafka.consumer({
      groupId: this.group,
      partitionAssigners: [onlyPartition(partition)],
      maxWaitTimeInMs: 20,
      maxBytesPerPartition: 4 * 1024 * 1024,
      allowAutoTopicCreation: false,
      retry: { retries: 5, initialRetryTime: 100, maxRetryTime: 2_000 },
    });
    const steer = (act: () => void): void => {
      try {
        act();
      } catch {
        // The consumer does not run yet, or no longer: joining sets the place, and ending needs none.
        return;
      }
    };
    this.fetched = new Fetched(
      {
        pause: () => steer(() => this.consumer.pause([{ topic, partitions: [partition] }])),
        resume: () => steer(() => this.consumer.resume([{ topic, partitions: [partition] }])),
        seek: (offset) => steer(() => this.consumer.seek({ topic, partition, offset: offset.toString() })),
      },
      options.positionsFrom,
      (expected, found) => void this.explainHole(expected, found),
    );
  }

  async *entries(): AsyncGenerator<readonly LogEntry[]> {
    try {
      await this.start();
      let next = this.options.from;
      while (next < this.options.to) {
        const left = this.options.to - next;
        const batch = this.fetched.take(left < BigInt(this.options.maxEntries) ? Number(left) : this.options.maxEntries);
        const within = batch.filter((entry) => entry.offset < this.options.to);
        const last = batch.at(-1);
        if (last !== undefined) {
          next = last.offset + 1n;
          if (within.length > 0) yield within;
        } else if (this.failure !== undefined) {
          throw this.failure;
        } else if (!(await changeWithin(this.fetched, NOTHING_CAME_MS))) {
          throw new LogUnavailable(`nothing came from partition ${this.options.partition} at offset ${next}`);
        }
      }
    } finally {
      await this.consumer.disconnect().catch(() => undefined);
      await this.options.forgetGroup(this.group);
    }
  }

  private async start(): Promise<void> {
    this.consumer.on('consumer.group_join', () => {
      if (this.fetched.next === undefined) this.fetched.start(this.options.from);
      else this.fetched.rejoined();
    });
    this.consumer.on('consumer.crash', ({ payload }) => {
      if (!payload.restart) this.fail(new LogUnavailable('the Kafka log could not be read', { cause: payload.error }));
    });
    try {
      await this.consumer.connect();
      await this.consumer.subscribe({ topics: [this.options.topic], fromBeginning: true });
      await this.consumer.run({
        autoCommit: false,
        eachBatchAutoResolve: false,
        eachBatch: (payload) => {
          this.fetched.offer(payload.batch, (offset) => payload.resolveOffset(offset));
          return Promise.resolve();
        },
      });
    } catch (reason) {
      throw new LogUnavailable('the Kafka log could not be read', { cause: reason });
    }
  }

  private fail(reason: Fault): void {
    this.failure ??= reason;
    this.fetched.wake();
  }

  private async explainHole(expected: bigint, found: bigint): Promise<void> {
    const { partition, bounds } = this.options;
    try {
      const { begin } = await bounds();
      if (begin > expected) this.fail(new LogTrimmed(`partition ${partition} begins at ${begin}, after ${expected}`));
      else this.fetched.continueAt(found);
    } catch (reason) {
      this.fail(new LogUnavailable('the Kafka log could not be read', { cause: reason }));
    }
  }
}

/** Reads a stretch of one partition; its bounds were checked just before. */
export const scanPartition = (kafka: Kafka, options: ScanOptions): AsyncGenerator<readonly LogEntry[]> =>
  new Scan(kafka, options).entries();
