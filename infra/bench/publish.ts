import { rawProducer } from '../kafka/raw-producer';
import type { Log } from '@throughline/log';
import type { Ground } from './ground';
import { openLog, PARTITIONS } from './log';
import { interleaved, measure, type Measure, perSecond } from './measure';
import { type Post, sendAll } from './posts';
import { tokenOf } from './asking';
import { BenchFailed, startFloor, startHubProcess } from './processes';
import { agencyOf, benchEvent, PARTNERSHIPS, partnershipOf } from './records';

export interface PublishSize {
  readonly rounds: number;
  /** Batches of one round, and records in each. */
  readonly batches: number;
  readonly batch: number;
  /** Single records of one round. */
  readonly singles: number;
}

const BATCHES_AT_ONCE = 4;
const CONNECTIONS = 64;

/**
 * What is published is measured, not what is projected meanwhile: an entry of a newer format lets every partition stand still, as it
 * would behind a newer hub, while intake goes on.
 */
const holdProjector = async (log: Log): Promise<void> => {
  const held = new Map<number, string>();
  for (let number = 0; held.size < PARTITIONS && number < PARTNERSHIPS; number += 1) {
    const partnership = partnershipOf(number);
    if (!held.has(log.partitionOf(partnership))) held.set(log.partitionOf(partnership), partnership);
  }
  await log.append([...held.values()].map((partnership) => ({ partnership, value: Buffer.from('{"format":99}') })));
  await new Promise((resolve) => setTimeout(resolve, 1_500));
};

/** The values that the hub stored last, to be sent again as they are. */
const storedValues = async (log: Log, count: number): Promise<readonly Buffer[]> => {
  const values: Buffer[] = [];
  for (let partition = 0; partition < log.partitions && values.length < count; partition += 1) {
    const { begin: from, end: to } = await log.bounds(partition);
    for await (const entries of log.scan(partition, { from, to, maxEntries: 1_000 })) {
      values.push(...entries.map(({ value }) => value).filter((value) => value.includes('"/agencies/')));
    }
  }
  return values.slice(0, count);
};

export const benchPublish = async (ground: Ground, size: PublishSize): Promise<readonly Measure[]> => {
  const { brokers } = ground;
  if (brokers === undefined) throw new BenchFailed('publishing is measured on Kafka, which needs Java 17');
  const hub = await startHubProcess(ground.environment);
  const log = await openLog(ground.pool, brokers);
  const raw = await rawProducer(brokers, 'floor.batches', PARTITIONS);
  const group = { kind: 'group', brokers, topic: 'floor.singles' } as const;
  try {
    const tokens = await Promise.all(Array.from({ length: PARTNERSHIPS }, (_, number) => tokenOf(hub.origin, agencyOf(number))));
    await holdProjector(log);
    let run = 0;
    const batchPosts = (): readonly Post[] =>
      Array.from({ length: size.batches }, (_, place) => {
        run += 1;
        const events = Array.from({ length: size.batch }, (_none, index) => benchEvent(place + index * PARTNERSHIPS, `b${run}`));
        return { token: tokens[place % PARTNERSHIPS] ?? '', type: 'application/cloudevents-batch+json', body: `[${events.join(',')}]` };
      });
    const singlePosts = (): readonly Post[] => {
      run += 1;
      return Array.from({ length: size.singles }, (_, number) => ({
        token: tokens[number % PARTNERSHIPS] ?? '',
        type: 'application/cloudevents+json',
        body: benchEvent(number, `s${run}`),
      }));
    };
    await sendAll(hub.origin, BATCHES_AT_ONCE, batchPosts());
    const count = size.batches * size.batch;
    const values = await storedValues(log, count);
    const bytes = Math.round(values.reduce((sum, value) => sum + value.length, 0) / values.length);
    const batches = await interleaved(size.rounds, {
      hub: () => {
        const posts = batchPosts();
        return perSecond(count, () => sendAll(hub.origin, BATCHES_AT_ONCE, posts));
      },
      floor: () =>
        perSecond(count, async () => {
          const sends = Array.from({ length: size.batches }, (_, place) => {
            const some = values.slice(place * size.batch, (place + 1) * size.batch);
            return raw.send(place % PARTITIONS, some);
          });
          await Promise.all(sends);
        }),
    });
    const floor = await startFloor({ ...group, bytes });
    await sendAll(hub.origin, CONNECTIONS, singlePosts().slice(0, 2_000));
    const singles = await interleaved(size.rounds, {
      hub: () => {
        const posts = singlePosts();
        return perSecond(posts.length, () => sendAll(hub.origin, CONNECTIONS, posts));
      },
      floor: () => {
        const posts = singlePosts();
        return perSecond(posts.length, () => sendAll(floor.origin, CONNECTIONS, posts));
      },
    });
    await floor.stop();
    return [
      measure(`publish, batches of ${size.batch.toLocaleString('en-GB')} over HTTP, Kafka log`, batches.hub, batches.floor, 0.5),
      measure(`publish, single records, ${CONNECTIONS} keep-alive connections`, singles.hub, singles.floor, 0.6),
    ];
  } finally {
    await raw.close();
    await log.close();
    await hub.stop();
  }
};
