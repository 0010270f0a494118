import { AppendTooLarge, LogUnavailable, type NewEntry, PartitionCountDiffers } from '../port';
import { entry, freshName, type LogHarness, onePerPartition, textOf, wholePartition } from './harness';

const numbered = (partnership: string, count: number, from = 0): NewEntry[] =>
  Array.from({ length: count }, (_, index) => entry(partnership, `${partnership} ${from + index}`));

export const writing = (harness: () => LogHarness): void => {
  describe('writing', () => {
    it('MUST give a partnership the same partition in every process', async () => {
      const name = freshName();
      const [first, second] = [await harness().open(name, { partitions: 4 }), await harness().open(name, { partitions: 4 })];
      for (const code of ['northgate', 'southmoor', 'a', 'über-see', 'area-1234567']) {
        expect(first.partitionOf(code)).toBe(second.partitionOf(code));
        expect(first.partitionOf(code)).toBeLessThan(4);
      }
      await Promise.all([first.close(), second.close()]);
    });

    it('MUST keep the order within a partnership, over calls and within a call', async () => {
      const log = await harness().open(freshName(), { partitions: 3 });
      const [one = '', two = ''] = onePerPartition(log);
      await log.append([...numbered(one, 3), ...numbered(two, 2)]);
      await log.append(numbered(one, 2, 3));
      expect((await wholePartition(log, 0)).map(textOf)).toEqual([0, 1, 2, 3, 4].map((number) => `${one} ${number}`));
      expect((await wholePartition(log, 1)).map(textOf)).toEqual([0, 1].map((number) => `${two} ${number}`));
      await log.close();
    });

    it('MUST answer the position of every entry, in the order of the entries, as readers will find them', async () => {
      const log = await harness().open(freshName(), { partitions: 2 });
      const [one = '', two = ''] = onePerPartition(log);
      const positions = await log.append([entry(one, 'a'), entry(two, 'b'), entry(one, 'c'), entry(two, 'd')]);
      const found = [...(await wholePartition(log, 0)), ...(await wholePartition(log, 1))];
      const byText = new Map(found.map((each) => [textOf(each), each.position]));
      expect(positions).toEqual(['a', 'b', 'c', 'd'].map((text) => byText.get(text)));
      expect(found.map((each) => each.partnership)).toEqual([one, one, two, two]);
      await log.close();
    });

    it('MUST keep any bytes as they are', async () => {
      const log = await harness().open(freshName(), { partitions: 1 });
      const values = [Buffer.from(Array.from({ length: 256 }, (_, byte) => byte)), Buffer.alloc(0), Buffer.alloc(300_000, 0x5c)];
      await log.append(values.map((value) => ({ partnership: 'northgate', value })));
      expect((await wholePartition(log, 0)).map((each) => each.value.equals(values[Number(each.offset)] ?? Buffer.from('none')))).toEqual([
        true,
        true,
        true,
      ]);
      await log.close();
    });

    it('MUST lose nothing and mix up no order when many write at once', async () => {
      const name = freshName();
      const logs = await Promise.all([1, 2, 3].map(() => harness().open(name, { partitions: 2 })));
      const writers = Array.from({ length: 12 }, (_, writer) => writer);
      const positions = new Map<string, bigint>();
      await Promise.all(
        writers.map(async (writer) => {
          const log = logs[writer % logs.length];
          for (let round = 0; round < 10; round += 1) {
            const entries = [0, 1, 2].map((index) => entry(`area-${writer % 5}`, `${writer}:${round * 3 + index}`));
            const answered = await log?.append(entries);
            answered?.forEach((position, index) => positions.set(`${writer}:${round * 3 + index}`, position));
          }
        }),
      );
      const [log] = logs;
      const found = log === undefined ? [] : [...(await wholePartition(log, 0)), ...(await wholePartition(log, 1))];
      expect(found).toHaveLength(12 * 30);
      for (const writer of writers) {
        const own = found.filter((each) => textOf(each).startsWith(`${writer}:`));
        expect(own.map(textOf)).toEqual(Array.from({ length: 30 }, (_, number) => `${writer}:${number}`));
        expect(own.map((each) => each.position)).toEqual(own.map((each) => positions.get(textOf(each))));
      }
      await Promise.all(logs.map((each) => each.close()));
    });

    it('MUST store nothing and answer nothing for an append of nothing', async () => {
      const log = await harness().open(freshName(), { partitions: 1 });
      expect(await log.append([])).toEqual([]);
      expect(await log.bounds(0)).toEqual({ begin: 0n, end: 0n });
      await log.close();
    });

    it('MUST take a batch of 1,000 records', async () => {
      const log = await harness().open(freshName(), { partitions: 4 });
      const batch = Array.from({ length: 1_000 }, (_, number) => ({
        partnership: `area-${number % 7}`,
        value: Buffer.from(String(number).padEnd(1_200, '.')),
      }));
      const positions = await log.append(batch);
      expect(positions).toHaveLength(1_000);
      const found = (await Promise.all([0, 1, 2, 3].map((partition) => wholePartition(log, partition)))).flat();
      expect(found.map((each) => parseInt(textOf(each), 10)).sort((a, b) => a - b)).toEqual(batch.map((_, number) => number));
      await log.close();
    });

    it('MUST take 7 MiB at once, and refuse more than 8 MiB whole', async () => {
      const log = await harness().open(freshName(), { partitions: 1 });
      const of = (mebibytes: number): NewEntry[] =>
        Array.from({ length: mebibytes * 4 }, () => ({ partnership: 'northgate', value: Buffer.alloc(256 * 1024, 'x') }));
      await expect(log.append(of(9))).rejects.toBeInstanceOf(AppendTooLarge);
      expect(await log.bounds(0)).toEqual({ begin: 0n, end: 0n });
      await log.append(of(7));
      expect(await log.bounds(0)).toEqual({ begin: 0n, end: 28n });
      await log.close();
    });

    it('MUST hold what it acknowledged when it is closed and opened again', async () => {
      const name = freshName();
      const before = await harness().open(name, { partitions: 2 });
      const [one = ''] = onePerPartition(before);
      await before.append(numbered(one, 5));
      await before.close();
      const after = await harness().open(name, { partitions: 2 });
      expect((await wholePartition(after, 0)).map(textOf)).toEqual(numbered(one, 5).map((each) => each.value.toString()));
      await after.append(numbered(one, 1, 5));
      const positions = (await wholePartition(after, 0)).map((each) => each.position);
      expect(positions).toHaveLength(6);
      expect(positions.every((position, index) => index === 0 || position > (positions[index - 1] ?? position))).toBe(true);
      await after.close();
    });

    it('MUST refuse to be opened with another number of partitions', async () => {
      const name = freshName();
      await (await harness().open(name, { partitions: 2 })).close();
      await expect(harness().open(name, { partitions: 3 })).rejects.toBeInstanceOf(PartitionCountDiffers);
    });

    it('MUST refuse to write after it was closed', async () => {
      const log = await harness().open(freshName(), { partitions: 1 });
      await log.close();
      await expect(log.append([entry('northgate', 'late')])).rejects.toBeInstanceOf(LogUnavailable);
    });
  });
};
