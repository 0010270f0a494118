import { type LogEntry, LogTrimmed, type NewEntry } from '../port';
import { entry, freshName, type LogHarness, textOf, wholePartition } from './harness';

const texts = (from: number, to: number): string[] => Array.from({ length: to - from }, (_, index) => String(from + index));

export const scanning = (harness: () => LogHarness): void => {
  describe('reading a stretch', () => {
    it('MUST give exactly the entries from the first offset up to the last, in batches of at most the asked size', async () => {
      const log = await harness().open(freshName(), { partitions: 1 });
      await log.append(texts(0, 100).map((text) => entry('northgate', text)));
      const batches: (readonly LogEntry[])[] = [];
      for await (const entries of log.scan(0, { from: 13n, to: 77n, maxEntries: 10 })) batches.push(entries);
      expect(batches.flat().map(textOf)).toEqual(texts(13, 77));
      expect(Math.max(...batches.map((entries) => entries.length))).toBeLessThanOrEqual(10);
      expect(batches.flat().map((each) => each.offset)).toEqual(texts(13, 77).map(BigInt));
      await log.close();
    });

    it('MUST end at the end, where more is asked for, and give nothing of an empty stretch', async () => {
      const log = await harness().open(freshName(), { partitions: 1 });
      const all: LogEntry[] = [];
      for await (const entries of log.scan(0, { from: 0n, to: 1_000n, maxEntries: 10 })) all.push(...entries);
      expect(all).toEqual([]);
      await log.append(texts(0, 3).map((text) => entry('northgate', text)));
      for await (const entries of log.scan(0, { from: 1n, to: 1_000n, maxEntries: 10 })) all.push(...entries);
      expect(all.map(textOf)).toEqual(['1', '2']);
      await log.close();
    });

    it('MUST end when the loop is left, and leave nothing behind that holds up closing', async () => {
      const log = await harness().open(freshName(), { partitions: 1 });
      await log.append(texts(0, 50).map((text) => entry('northgate', text)));
      for await (const entries of log.scan(0, { from: 0n, to: 50n, maxEntries: 5 })) {
        expect(entries.map(textOf)).toEqual(texts(0, 5));
        break;
      }
      await log.close();
    });

    it('MUST fail where the first entries are gone, never begin later', async () => {
      const name = freshName();
      const log = await harness().open(name, { partitions: 1 });
      await log.append(texts(0, 20).map((text) => entry('northgate', text)));
      await harness().trim(name, 0, 8n);
      expect(await log.bounds(0)).toEqual({ begin: 8n, end: 20n });
      const read = async (): Promise<void> => {
        for await (const entries of log.scan(0, { from: 5n, to: 20n, maxEntries: 5 })) expect(entries).toEqual([]);
      };
      await expect(read()).rejects.toBeInstanceOf(LogTrimmed);
      expect((await wholePartition(log, 0)).map(textOf)).toEqual(texts(8, 20));
      await log.close();
    });

    it('MUST fail where entries are removed while it reads, never jump', async () => {
      const name = freshName();
      const log = await harness().open(name, { partitions: 1 });
      // More than any adapter reads ahead, so that what is trimmed lies before what it asks for next.
      const big = (text: string): NewEntry => entry('northgate', text.padEnd(1_000_000, '.'));
      for (let from = 0; from < 40; from += 5) await log.append(texts(from, from + 5).map(big));
      const read: number[] = [];
      const reading = async (): Promise<void> => {
        for await (const entries of log.scan(0, { from: 0n, to: 40n, maxEntries: 1 })) {
          if (read.length === 0) await harness().trim(name, 0, 39n);
          read.push(...entries.map((each) => parseInt(textOf(each), 10)));
        }
      };
      await expect(reading()).rejects.toBeInstanceOf(LogTrimmed);
      expect(read).toEqual(read.map((_, number) => number));
      expect(read.length).toBeLessThan(39);
      await log.close();
    });
  });
};
