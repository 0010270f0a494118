import { type LogEntry, LogTrimmed } from '../port';
import { entry, freshName, type LogHarness, onePerPartition, until } from './harness';
import { Gate, OffsetStore, StoringReader } from './reader';

const texts = (from: number, to: number): string[] => Array.from({ length: to - from }, (_, index) => String(from + index));

export const reading = (harness: () => LogHarness): void => {
  describe('following', () => {
    it('MUST hand over everything in order, what was there and what comes, at most the asked number at a time', async () => {
      const log = await harness().open(freshName(), { partitions: 1 });
      await log.append(texts(0, 30).map((text) => entry('northgate', text)));
      const store = new OffsetStore();
      const reader = new StoringReader(store);
      const subscription = await log.subscribe(reader, { group: 'projector', maxEntries: 7 });
      await until('the old entries are read', () => store.effects(0).length === 30);
      for (const text of texts(30, 40)) await log.append([entry('northgate', text)]);
      await until('the new entries are read', () => store.effects(0).length === 40);
      expect(store.effects(0)).toEqual(texts(0, 40));
      expect(Math.max(...reader.seen.map((call) => call.texts.length))).toBeLessThanOrEqual(7);
      await subscription.stop();
      await log.close();
    });

    it('MUST miss nothing that many writers append while it reads', async () => {
      const name = freshName();
      const log = await harness().open(name, { partitions: 3 });
      const store = new OffsetStore();
      const subscription = await log.subscribe(new StoringReader(store), { group: 'projector', maxEntries: 50 });
      const writers = await Promise.all([0, 1, 2, 3].map(() => harness().open(name, { partitions: 3 })));
      await Promise.all(
        writers.map(async (writer, number) => {
          for (let round = 0; round < 25; round += 1) {
            await writer.append([0, 1, 2].map((area) => entry(`area-${area}`, `${number} ${area} ${round}`)));
          }
        }),
      );
      await until('all is read', () => store.all.length === 300);
      for (const [number, area] of writers.flatMap((_, each) => [0, 1, 2].map((one) => [each, one] as const))) {
        const own = store.all.filter((text) => text.startsWith(`${number} ${area} `));
        expect(own).toEqual(Array.from({ length: 25 }, (_, round) => `${number} ${area} ${round}`));
      }
      await subscription.stop();
      await Promise.all([log, ...writers].map((each) => each.close()));
    });

    it('MUST begin where the reader says, also after a restart in the middle', async () => {
      const name = freshName();
      const before = await harness().open(name, { partitions: 2 });
      const [one = '', two = ''] = onePerPartition(before);
      await before.append(texts(0, 20).flatMap((text) => [entry(one, text), entry(two, text)]));
      const store = new OffsetStore();
      const first = new StoringReader(store);
      first.beforeCommit = (partition) =>
        partition === 0 && store.effects(0).length >= 8 ? Promise.reject(new Error('power cut')) : Promise.resolve();
      const running = await before.subscribe(first, { group: 'projector', maxEntries: 4 });
      await until('the first process has fallen', () => first.reasons.has(0) && store.effects(1).length === 20);
      await running.stop();
      await before.close();
      expect(store.effects(0)).toEqual(texts(0, 8));

      const after = await harness().open(name, { partitions: 2 });
      await after.append([entry(one, '20')]);
      const again = await after.subscribe(new StoringReader(store), { group: 'projector', maxEntries: 4 });
      await until('the second process has caught up', () => store.effects(0).length === 21);
      expect(store.effects(0)).toEqual(texts(0, 21));
      expect(store.effects(1)).toEqual(texts(0, 20));
      await again.stop();
      await after.close();
    });

    it('MUST stop a partition whose reader rejects, say so, and go on with the others', async () => {
      const log = await harness().open(freshName(), { partitions: 2 });
      const [one = '', two = ''] = onePerPartition(log);
      const store = new OffsetStore();
      const reader = new StoringReader(store);
      const fault = new Error('an unknown type');
      reader.beforeCommit = (partition) => (partition === 0 ? Promise.reject(fault) : Promise.resolve());
      const subscription = await log.subscribe(reader, { group: 'projector', maxEntries: 10 });
      await log.append([entry(one, 'poison'), entry(two, 'good')]);
      await until('the one is stopped and the other is read', () => reader.reasons.has(0) && store.effects(1).length === 1);
      expect(reader.reasons.get(0)).toBe(fault);
      await log.append([entry(one, 'more'), entry(two, 'better')]);
      await until('the other goes on', () => store.effects(1).length === 2);
      expect(reader.seen.filter((call) => call.partition === 0)).toHaveLength(1);
      await subscription.stop();
      await log.close();
    });

    it('MUST not let a slow reader of one partition hold up another', async () => {
      const log = await harness().open(freshName(), { partitions: 2 });
      const [one = '', two = ''] = onePerPartition(log);
      const store = new OffsetStore();
      const reader = new StoringReader(store);
      const held = new Gate();
      reader.beforeCommit = (partition) => (partition === 0 ? held.opened : Promise.resolve());
      const subscription = await log.subscribe(reader, { group: 'projector', maxEntries: 10 });
      await log.append([entry(one, 'slow'), entry(two, 'quick')]);
      await until('the quick one is done', () => store.effects(1).length === 1);
      await log.append([entry(two, 'again')]);
      await until('the quick one is done again', () => store.effects(1).length === 2);
      expect(store.effects(0)).toEqual([]);
      held.open();
      await until('the slow one is done', () => store.effects(0).length === 1);
      await subscription.stop();
      await log.close();
    });

    it('MUST stop with LogTrimmed where entries were removed under the reader, never jump', async () => {
      const name = freshName();
      const log = await harness().open(name, { partitions: 2 });
      const [one = '', two = ''] = onePerPartition(log);
      await log.append(texts(0, 10).flatMap((text) => [entry(one, text), entry(two, text)]));
      await harness().trim(name, 0, 6n);
      const store = new OffsetStore();
      const reader = new StoringReader(store);
      const subscription = await log.subscribe(reader, { group: 'projector', maxEntries: 3 });
      await until('it is told', () => reader.reasons.has(0));
      expect(reader.reasons.get(0)).toBeInstanceOf(LogTrimmed);
      await until('the other partition is read', () => store.effects(1).length === 10);
      expect(store.effects(0)).toEqual([]);
      await subscription.stop();
      await log.close();
    });

    it('MUST stop with LogTrimmed where entries are removed while it reads', async () => {
      const name = freshName();
      const log = await harness().open(name, { partitions: 1 });
      await log.append([entry('northgate', '0')]);
      const store = new OffsetStore();
      const reader = new StoringReader(store);
      const held = new Gate();
      const subscription = await log.subscribe(reader, { group: 'projector', maxEntries: 1 });
      await until('the first is read', () => store.effects(0).length === 1);
      reader.beforeCommit = (): Promise<void> => held.opened;
      // More than any adapter reads ahead, so that what is trimmed lies before what it asks for next.
      const big = (text: string): { partnership: string; value: Buffer } => ({
        partnership: 'northgate',
        value: Buffer.from(text.padEnd(1_000_000, '.')),
      });
      for (let from = 1; from < 41; from += 5) await log.append(texts(from, from + 5).map(big));
      await until('it is in the middle of a call', () => reader.inCall === 1);
      await harness().trim(name, 0, 40n);
      held.open();
      await until('it is told', () => reader.reasons.has(0));
      expect(reader.reasons.get(0)).toBeInstanceOf(LogTrimmed);
      const effects = store.effects(0).map((text) => parseInt(text, 10));
      expect(effects).toEqual(Array.from({ length: effects.length }, (_, number) => number));
      expect(effects.length).toBeLessThan(40);
      await subscription.stop();
      await log.close();
    });

    it('MUST stop with LogTrimmed where the log ends before the place at which the reader stands', async () => {
      const log = await harness().open(freshName(), { partitions: 1 });
      await log.append([entry('northgate', '0')]);
      const store = new OffsetStore();
      store.commit(
        0,
        0n,
        Array.from({ length: 5 }, (): LogEntry => ({ ...entry('northgate', 'x'), offset: 0n, position: 0n })),
      );
      const reader = new StoringReader(store);
      const subscription = await log.subscribe(reader, { group: 'projector', maxEntries: 3 });
      await until('it is told', () => reader.reasons.has(0));
      expect(reader.reasons.get(0)).toBeInstanceOf(LogTrimmed);
      await subscription.stop();
      await log.close();
    });

    it('MUST make no call once stopping has settled, and let the last one finish', async () => {
      const log = await harness().open(freshName(), { partitions: 1 });
      const store = new OffsetStore();
      const reader = new StoringReader(store);
      const held = new Gate();
      reader.beforeCommit = () => held.opened;
      const subscription = await log.subscribe(reader, { group: 'projector', maxEntries: 1 });
      await log.append([entry('northgate', '0'), entry('northgate', '1')]);
      await until('it is in the middle of a call', () => reader.inCall === 1);
      const stopping = subscription.stop();
      held.open();
      await stopping;
      expect(store.effects(0)).toEqual(['0']);
      expect(reader.told.at(-1)).toBe('revoked 0');
      expect(reader.inCall).toBe(0);
      await log.append([entry('northgate', '2')]);
      expect(reader.seen).toHaveLength(1);
      await log.close();
    });

    it('MUST stop every subscription when it is closed', async () => {
      const log = await harness().open(freshName(), { partitions: 1 });
      const store = new OffsetStore();
      const reader = new StoringReader(store);
      await log.subscribe(reader, { group: 'projector', maxEntries: 10 });
      await log.append([entry('northgate', '0')]);
      await until('it is read', () => store.all.length === 1);
      await log.close();
      expect(reader.told).toEqual(['assigned 0', 'revoked 0']);
    });
  });
};
