import { randomReferenceNumber, randomSlice } from './random-bytes';

it('gives no nonce twice, and changes none that it gave', () => {
  const given = Array.from({ length: 5_000 }, () => randomSlice(12));
  const first = given.map((nonce) => nonce.toString('hex'));
  for (let more = 0; more < 5_000; more += 1) randomSlice(12);
  expect(given.map((nonce) => nonce.toString('hex'))).toEqual(first);
  expect(new Set(first).size).toBe(5_000);
});

it('draws numbers from the whole of 1 to 2^52 - 1', () => {
  const drawn = Array.from({ length: 5_000 }, () => randomReferenceNumber());
  expect(drawn.every((number) => Number.isSafeInteger(number) && number > 0 && number < 2 ** 52)).toBe(true);
  expect(drawn.some((number) => number > 2 ** 51)).toBe(true);
  expect(new Set(drawn).size).toBe(5_000);
});
