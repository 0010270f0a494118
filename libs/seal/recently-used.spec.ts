import { RecentlyUsed } from './recently-used';

it('forgets the one that was not asked for the longest, and only when it is full', () => {
  const values = new RecentlyUsed<string, number>(2);
  values.set('a', 1);
  values.set('b', 2);
  expect(values.get('a')).toBe(1);
  values.set('c', 3);
  expect([values.get('a'), values.get('b'), values.get('c')]).toEqual([1, undefined, 3]);
  values.set('c', 4);
  expect([values.get('a'), values.get('c')]).toEqual([1, 4]);
  values.clear();
  expect(values.get('a')).toBeUndefined();
});
