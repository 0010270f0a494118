import { entry, freshName, type LogHarness, onePerPartition, until } from './harness';
import { Gate, OffsetStore, StoringReader } from './reader';

export const owning = (harness: () => LogHarness): void => {
  describe('owning a partition', () => {
    it('MUST give every partition to one reader of a group, and each group all entries', async () => {
      const log = await harness().open(freshName(), { partitions: 4 });
      const areas = onePerPartition(log);
      await log.append(areas.map((area) => entry(area, area)));
      const [projections, notifications] = [new OffsetStore(), new OffsetStore()];
      const subscriptions = await Promise.all([
        log.subscribe(new StoringReader(projections), { group: 'projector', maxEntries: 10 }),
        log.subscribe(new StoringReader(notifications), { group: 'notifier', maxEntries: 10 }),
      ]);
      await until('both groups have read all', () => projections.all.length === 4 && notifications.all.length === 4);
      await Promise.all(subscriptions.map((subscription) => subscription.stop()));
      await log.close();
    });

    it('MUST revoke what it hands to another reader of the group, and hand over everything when a reader stops', async () => {
      const name = freshName();
      const [first, second] = [await harness().open(name, { partitions: 4 }), await harness().open(name, { partitions: 4 })];
      const areas = onePerPartition(first);
      const store = new OffsetStore();
      const [one, two] = [new StoringReader(store), new StoringReader(store)];
      const leaving = await first.subscribe(one, { group: 'projector', maxEntries: 10 });
      await until('the first owns all', () => one.owned.size === 4);
      await first.append(areas.map((area) => entry(area, 'early')));
      await until('the early ones are read', () => store.all.length === 4);

      const staying = await second.subscribe(two, { group: 'projector', maxEntries: 10 });
      await leaving.stop();
      expect(one.owned.size).toBe(0);
      expect(one.told.filter((told) => told.startsWith('revoked')).length).toBe(
        one.told.filter((told) => told.startsWith('assigned')).length,
      );
      await until('the second owns all', () => two.owned.size === 4);
      await second.append(areas.map((area) => entry(area, 'late')));
      await until('the late ones are read', () => store.all.length === 8);
      for (const partition of [0, 1, 2, 3]) expect(store.effects(partition)).toEqual(['early', 'late']);
      await staying.stop();
      await Promise.all([first.close(), second.close()]);
    });

    it('MUST give a reader that joins a group its part of the partitions', async () => {
      const name = freshName();
      const logs = [await harness().open(name, { partitions: 4 }), await harness().open(name, { partitions: 4 })] as const;
      const areas = onePerPartition(logs[0]);
      const store = new OffsetStore();
      const readers = [new StoringReader(store), new StoringReader(store)] as const;
      const first = await logs[0].subscribe(readers[0], { group: 'projector', maxEntries: 10 });
      await until('the first owns all', () => readers[0].owned.size === 4);
      const second = await logs[1].subscribe(readers[1], { group: 'projector', maxEntries: 10 });
      await until('each owns half', () => readers.every(({ owned }) => owned.size === 2), 60);
      await logs[0].append(areas.map((area) => entry(area, area)));
      await until('both have read', () => store.all.length === 4);
      expect([...store.all].sort()).toEqual([...areas].sort());
      expect(readers.map(({ seen }) => seen.length)).toEqual([2, 2]);
      await Promise.all([first.stop(), second.stop()]);
      await Promise.all(logs.map((log) => log.close()));
    });

    it('MUST let the compare-and-set decide while two own a partition: both get the entries, the effects happen once', async () => {
      const name = freshName();
      const [first, second] = [await harness().open(name, { partitions: 4 }), await harness().open(name, { partitions: 4 })];
      const areas = onePerPartition(first);
      const store = new OffsetStore();
      const [one, two] = [new StoringReader(store), new StoringReader(store)];
      const held = new Gate();
      one.beforeCommit = () => held.opened;
      const early = await first.subscribe(one, { group: 'projector', maxEntries: 10 });
      await until('the first owns all', () => one.owned.size === 4);
      await first.append(areas.map((area) => entry(area, 'once')));
      await until('the first is in the middle of all', () => one.inCall === 4);

      await harness().unseat(name);
      const late = await second.subscribe(two, { group: 'projector', maxEntries: 10 });
      await until('the second has got entries of the first', () => two.seen.length > 0);
      await until('the second has had its effects', () => store.all.length >= two.owned.size && two.owned.size > 0 && two.inCall === 0);
      const overtaken = new Set(two.seen.map((call) => call.partition));
      held.open();
      await until('every partition has its effect', () => [0, 1, 2, 3].every((partition) => store.effects(partition).length > 0));

      await first.append(areas.map((area) => entry(area, 'then')));
      await until('reading goes on', () => store.all.length === 8);
      for (const partition of [0, 1, 2, 3]) expect(store.effects(partition)).toEqual(['once', 'then']);
      expect(overtaken.size).toBeGreaterThan(0);
      for (const partition of overtaken) {
        expect(one.seen.some((call) => call.partition === partition && call.texts.includes('once'))).toBe(true);
      }
      expect([...one.reasons, ...two.reasons]).toEqual([]);
      await Promise.all([early.stop(), late.stop()]);
      await Promise.all([first.close(), second.close()]);
    });

    it('MUST ask a reader that lost the compare-and-set anew where to read, while it still owns the partition', async () => {
      const log = await harness().open(freshName(), { partitions: 1 });
      const store = new OffsetStore();
      const reader = new StoringReader(store);
      reader.beforeCommit = (partition, entries) => {
        // Another owner, gone since, was quicker once.
        if (store.offset(0) === 0n) store.commit(partition, 0n, entries);
        return Promise.resolve();
      };
      const subscription = await log.subscribe(reader, { group: 'projector', maxEntries: 1 });
      await log.append([entry('northgate', 'a'), entry('northgate', 'b')]);
      await until('both have their effect', () => store.effects(0).length === 2);
      expect(store.effects(0)).toEqual(['a', 'b']);
      expect(reader.told).toEqual(['assigned 0', 'revoked 0', 'assigned 0']);
      await subscription.stop();
      await log.close();
    });
  });
};
