import { PositionsMixed } from '../port';
import { entry, freshName, type LogHarness, onePerPartition, textOf, wholePartition } from './harness';

export const copying = (harness: () => LogHarness): void => {
  describe('a copied log', () => {
    it('MUST keep the positions that entries had, in other places, and give later entries higher ones', async () => {
      const original = await harness().open(freshName(), { partitions: 1 });
      await original.append(['a', 'b', 'c', 'd', 'e', 'f'].map((text, index) => entry(`area-${index % 3}`, text)));
      const before = await wholePartition(original, 0);

      const copy = await harness().open(freshName(), { partitions: 2, positionsFrom: 100n });
      for (const { partnership, value, position } of before) {
        expect(await copy.append([{ partnership, value, position }])).toEqual([position]);
      }
      const after = [...(await wholePartition(copy, 0)), ...(await wholePartition(copy, 1))];
      expect(new Map(after.map((each) => [textOf(each), each.position]))).toEqual(
        new Map(before.map((each) => [textOf(each), each.position])),
      );
      expect(after.some((each) => each.offset !== each.position)).toBe(true);

      const areas = onePerPartition(copy);
      const later = await copy.append(areas.map((area) => entry(area, 'later')));
      for (const [partition, position] of later.entries()) {
        const found = await wholePartition(copy, partition);
        expect(found.at(-1)?.position).toBe(position);
        expect(found.slice(0, -1).every((each) => each.position < position)).toBe(true);
      }
      await Promise.all([original.close(), copy.close()]);
    });

    it('MUST take a copy in whole calls too, and refuse one of which only some entries keep a position, nothing stored', async () => {
      const copy = await harness().open(freshName(), { partitions: 2, positionsFrom: 100n });
      const areas = onePerPartition(copy);
      const kept = areas.flatMap((area, index) =>
        [3n, 7n].map((position) => ({ ...entry(area, area), position: position + BigInt(index) })),
      );
      const positions = kept.map((each) => each.position);
      expect(await copy.append(kept)).toEqual(positions);
      const [one = '', two = ''] = areas;
      await expect(copy.append([{ ...entry(one, 'old'), position: 50n }, entry(one, 'new')])).rejects.toBeInstanceOf(PositionsMixed);
      await expect(copy.append([entry(one, 'new'), { ...entry(two, 'old'), position: 50n }])).rejects.toBeInstanceOf(PositionsMixed);
      const stored = [...(await wholePartition(copy, 0)), ...(await wholePartition(copy, 1))];
      expect(stored.map((each) => each.position)).toEqual(positions);
      await copy.close();
    });
  });
};
