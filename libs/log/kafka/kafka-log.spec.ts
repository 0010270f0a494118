import { javaIsThere, type RunningKafka, startKafka } from '@throughline/infra/kafka';
import fc from 'fast-check';
import { type Admin, type ISocketFactory, Kafka, logLevel, Partitioners } from 'kafkajs';
import { mkdtempSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type LogHarness, logContract } from '../contract';
import { entry, freshName, textOf, until, wholePartition } from '../contract/harness';
import { OffsetStore, StoringReader } from '../contract/reader';
import { createKafkaLog, TopicForgets } from './index';
import { partitionOfKey } from './partition-of';

const asAdmin = async (broker: RunningKafka, act: (admin: Admin) => Promise<unknown>): Promise<void> => {
  const admin = new Kafka({ brokers: [broker.brokers], logLevel: logLevel.NOTHING }).admin();
  await admin.connect();
  await act(admin).finally(() => admin.disconnect());
};

/** A network that can lose the answer to an append: the broker has stored it, and the connection breaks before it can say so. */
class LossyLine {
  loseNextAnswer = false;
  lost = 0;

  readonly socketFactory: ISocketFactory = ({ host, port, onConnect }) => {
    const socket = connect({ host, port }, onConnect);
    const write = socket.write.bind(socket);
    socket.write = (request: Uint8Array | string): boolean => {
      const isAppend = Buffer.isBuffer(request) && request.readInt16BE(4) === 0;
      if (isAppend && this.loseNextAnswer) {
        this.loseNextAnswer = false;
        this.lost += 1;
        socket.pause();
        setTimeout(() => socket.destroy(new Error('ECONNRESET')), 500);
      }
      return write(request);
    };
    return socket;
  };
}

/** One broker for all that leave it running. */
let started: Promise<RunningKafka> | undefined;
const oneBroker = (): Promise<RunningKafka> => (started ??= startKafka());
afterAll(async () => (await started)?.stop(), 60_000);

/** Logs as topics of one real broker. */
const kafka = async (): Promise<LogHarness> => {
  const broker = await oneBroker();
  return {
    open: (name, { partitions, positionsFrom = 0n }) =>
      createKafkaLog({ kafka: { brokers: [broker.brokers] }, topic: name, partitions, positionsFrom }),
    trim: (topic, partition, before) =>
      asAdmin(broker, async (admin) => {
        // kafkajs deletes only where it has looked before.
        await admin.fetchTopicOffsets(topic);
        await admin.deleteTopicRecords({ topic, partitions: [{ partition, offset: before.toString() }] });
      }),
    unseat: () => Promise.resolve(),
    close: () => Promise.resolve(),
  };
};

const besideTheContract = (): void => {
  describe('the Kafka log, beside what every log must do', () => {
    let broker: RunningKafka;
    beforeAll(async () => {
      broker = await oneBroker();
    }, 240_000);

    it('loses nothing that it acknowledged, and doubles nothing, when the broker is killed under load and started again', async () => {
      const dataDir = mkdtempSync(join(tmpdir(), 'throughline-kafka-log-'));
      let fragile = await startKafka({ dataDir });
      const topic = freshName();
      const log = await createKafkaLog({ kafka: { brokers: [fragile.brokers] }, topic, partitions: 2 });
      const store = new OffsetStore();
      const reader = new StoringReader(store);
      const subscription = await log.subscribe(reader, { group: 'projector', maxEntries: 100 });
      const acknowledged: string[] = [];
      let writing = true;
      const writer = async (area: string): Promise<void> => {
        for (let number = 0; writing; number += 1) {
          const texts = [0, 1, 2].map((index) => `${area} ${number}.${index}`);
          const given = await log.append(texts.map((text) => entry(area, text))).catch(() => undefined);
          if (given !== undefined) acknowledged.push(...texts);
        }
      };
      const writers = Promise.all(['area-0', 'area-1', 'area-2', 'area-3'].map(writer));
      await until('much is written', () => acknowledged.length > 300);
      await fragile.kill();
      const before = acknowledged.length;
      fragile = await startKafka({ dataDir, port: Number(fragile.brokers.split(':')[1]) });
      await until('writing goes on', () => acknowledged.length > before + 300, 60);
      writing = false;
      await writers;
      const stored = [...(await wholePartition(log, 0)), ...(await wholePartition(log, 1))].map(textOf);
      await until('all is read', () => store.all.length === stored.length, 60);
      expect([...store.all].sort()).toEqual([...stored].sort());
      const times = new Map<string, number>();
      for (const text of stored) times.set(text, (times.get(text) ?? 0) + 1);
      expect(acknowledged.filter((text) => times.get(text) !== 1)).toEqual([]);
      expect([...reader.reasons]).toEqual([]);
      await subscription.stop();
      await log.close();
      await fragile.stop();
      rmSync(dataDir, { recursive: true });
    }, 180_000);

    it('stores every append once when the answer to one is lost on the way, also with others of its size behind it', async () => {
      const line = new LossyLine();
      const topic = freshName();
      const log = await createKafkaLog({ kafka: { brokers: [broker.brokers], socketFactory: line.socketFactory }, topic, partitions: 1 });
      await log.append([entry('northgate', 'before')]);
      line.loseNextAnswer = true;
      const texts = ['a', 'b', 'c', 'd'];
      await Promise.all(texts.map((text) => log.append([entry('northgate', text)])));
      expect(line.lost).toBe(1);
      expect((await wholePartition(log, 0)).map(textOf)).toEqual(['before', ...texts]);
      await log.close();
    });

    it('refuses a topic that would forget records', async () => {
      const topic = freshName();
      const configEntries = [{ name: 'retention.ms', value: '86400000' }];
      await asAdmin(broker, (admin) => admin.createTopics({ topics: [{ topic, numPartitions: 1, configEntries }] }));
      await expect(createKafkaLog({ kafka: { brokers: [broker.brokers] }, topic, partitions: 1 })).rejects.toBeInstanceOf(TopicForgets);
    });

    it('shares the partitions out when a reader joins, and revokes what goes', async () => {
      const log = await createKafkaLog({ kafka: { brokers: [broker.brokers] }, topic: freshName(), partitions: 4 });
      const store = new OffsetStore();
      const [one, two] = [new StoringReader(store), new StoringReader(store)];
      const first = await log.subscribe(one, { group: 'sharing', maxEntries: 10 });
      await until('the first owns all', () => one.owned.size === 4);
      const second = await log.subscribe(two, { group: 'sharing', maxEntries: 10 });
      await until('each owns two', () => one.owned.size === 2 && two.owned.size === 2);
      expect([...one.owned, ...two.owned].sort()).toEqual([0, 1, 2, 3]);
      await Promise.all([first.stop(), second.stop()]);
      await log.close();
    });

    it('agrees with other Kafka clients on the partition of a key', () => {
      const partitioner = Partitioners.DefaultPartitioner();
      const partitionMetadata = Array.from({ length: 12 }, (_, partitionId) => {
        return { partitionErrorCode: 0, partitionId, leader: 1, replicas: [1], isr: [1] };
      });
      fc.assert(
        fc.property(fc.string({ minLength: 1, maxLength: 40 }), (key) => {
          expect(partitionOfKey(key, 12)).toBe(partitioner({ topic: 'records', partitionMetadata, message: { key, value: null } }));
        }),
      );
    });
  });
};

const notRun = (): void => {
  describe('the Kafka log', () => {
    it('was NOT RUN: this machine has no Java 17, without which there is no broker', () => {
      expect(process.env['CI']).not.toBe('true');
    });
  });
};

// Where CI is "true", a missing Java is a failure and never a pass.
if (javaIsThere()) {
  logContract('Kafka', kafka);
  besideTheContract();
} else {
  notRun();
}
