import { ERASED, KeyEpochChanged, KeyMissing, type KeyStore } from './key-store';

/** A key store under test, as several processes share one. */
export interface KeyStoreUnderTest {
  /** Another process that uses the same keys. */
  open(): Promise<KeyStore>;
  /** What an erasure leaves behind: no key, and a mark that there was one. */
  erase(partnership: string, number: number): Promise<void>;
  /** A damaged store: the key is gone and nothing says why. */
  lose(partnership: string, number: number): Promise<void>;
  /** The keys were moved under the next master key by somebody else. */
  raiseEpoch(): Promise<void>;
  close(): Promise<void>;
}

const numberOf = async (store: KeyStore, ref: string): Promise<number> => {
  const key = (await store.keysFor('northgate', [ref])).get(ref);
  if (key === undefined) throw new Error('no key was given');
  return key.number;
};

/** What every key store MUST do; each adapter runs it in one line. */
export const keyStoreContract = (name: string, make: () => Promise<KeyStoreUnderTest>): void => {
  describe(`${name} as a key store`, () => {
    let keys: KeyStoreUnderTest;
    beforeEach(async () => (keys = await make()));
    afterEach(() => keys.close());

    it('MUST give every reference a number below 2^52 and a key of 32 bytes, no two alike', async () => {
      const store = await keys.open();
      const refs = Array.from({ length: 200 }, (_none, place) => `police:N-${String(place)}`);
      const given = await store.keysFor('northgate', refs);
      expect([...given.keys()].sort()).toEqual([...refs].sort());
      const numbers = [...given.values()].map(({ number }) => number);
      expect(numbers.every((number) => Number.isSafeInteger(number) && number > 0 && number < 2 ** 52)).toBe(true);
      expect(new Set(numbers).size).toBe(200);
      expect([...given.values()].every(({ key }) => key.length === 32)).toBe(true);
      expect(new Set([...given.values()].map(({ key }) => key.toString('hex'))).size).toBe(200);
    });

    it('MUST give the same number and key to twenty who ask at once, in whatever order they name the references', async () => {
      const refs = Array.from({ length: 60 }, (_none, place) => `housing:T-${String(place)}`);
      const stores = await Promise.all(Array.from({ length: 20 }, () => keys.open()));
      const answers = await Promise.all(
        stores.map((store, asker) => store.keysFor('northgate', asker % 2 === 0 ? refs : [...refs].reverse())),
      );
      const given = answers.map((answer) =>
        refs.map((ref) => `${String(answer.get(ref)?.number)} ${String(answer.get(ref)?.key.toString('hex'))}`),
      );
      for (const answer of given) expect(answer).toEqual(given[0]);
    });

    it('MUST keep a key for the processes that come after', async () => {
      const given = await (await keys.open()).keysFor('northgate', ['police:N-1']);
      const again = await (await keys.open()).keysFor('northgate', ['police:N-1', 'police:N-2']);
      expect(again.get('police:N-1')?.number).toBe(given.get('police:N-1')?.number);
      expect(again.get('police:N-1')?.key.equals(given.get('police:N-1')?.key ?? Buffer.alloc(0))).toBe(true);
      expect(again.get('police:N-2')?.number).not.toBe(given.get('police:N-1')?.number);
    });

    it('MUST tell partnerships apart: the same reference in another one has another number and key', async () => {
      const store = await keys.open();
      const here = (await store.keysFor('northgate', ['police:N-1'])).get('police:N-1');
      const there = (await store.keysFor('southgate', ['police:N-1'])).get('police:N-1');
      expect(there?.number).not.toBe(here?.number);
      expect(there?.key.equals(here?.key ?? Buffer.alloc(0))).toBe(false);
      await expect((await keys.open()).open('southgate', [here?.number ?? 0])).rejects.toBeInstanceOf(KeyMissing);
    });

    it('MUST say what a number stands for, to the process that made it and to any other', async () => {
      const first = await keys.open();
      const given = (await first.keysFor('northgate', ['police:N-1'])).get('police:N-1');
      for (const store of [first, await keys.open()]) {
        const found = (await store.open('northgate', [given?.number ?? 0])).get(given?.number ?? 0);
        expect(found).toEqual({ ref: 'police:N-1', number: given?.number, key: given?.key });
      }
    });

    it('MUST find the number of a reference that was seen, and MUST make none for one that never was or was erased', async () => {
      const store = await keys.open();
      const number = await numberOf(store, 'police:N-1');
      const erased = await numberOf(store, 'police:N-2');
      await keys.erase('northgate', erased);
      const after = await keys.open();
      const names = ['police:N-1', 'police:N-2', 'police:N-3'];
      expect([...(await after.find('northgate', names))]).toEqual([['police:N-1', number]]);
      expect([...(await after.find('northgate', names))]).toEqual([['police:N-1', number]]);
      expect((await after.find('southgate', names)).size).toBe(0);
      expect((await after.find('northgate', [])).size).toBe(0);
    });

    it('MUST take no references and no numbers for an answer of none', async () => {
      const store = await keys.open();
      expect((await store.keysFor('northgate', [])).size).toBe(0);
      expect((await store.open('northgate', [])).size).toBe(0);
    });

    it('MUST answer that a reference was erased, and MUST give a later one of the same name a new number and key', async () => {
      const number = await numberOf(await keys.open(), 'police:N-1');
      const other = await numberOf(await keys.open(), 'police:N-2');
      await keys.erase('northgate', number);
      const after = await keys.open();
      const found = await after.open('northgate', [number, other]);
      expect(found.get(number)).toBe(ERASED);
      expect(found.get(other)).toMatchObject({ ref: 'police:N-2' });
      expect(await numberOf(after, 'police:N-1')).not.toBe(number);
      expect((await after.open('northgate', [number])).get(number)).toBe(ERASED);
    });

    it('MUST fail with KeyMissing for a key that is lost or never was, and never call it erased', async () => {
      const number = await numberOf(await keys.open(), 'police:N-1');
      await keys.lose('northgate', number);
      const after = await keys.open();
      await expect(after.open('northgate', [number])).rejects.toBeInstanceOf(KeyMissing);
      await expect(after.open('northgate', [number === 1 ? 2 : 1])).rejects.toBeInstanceOf(KeyMissing);
    });

    it('MUST give the same key of the hub itself to all who ask at once, and another for another name', async () => {
      const stores = await Promise.all(Array.from({ length: 4 }, () => keys.open()));
      const given = await Promise.all(stores.map((store) => store.hubKey('content-digest')));
      expect(new Set(given.map((key) => key.toString('hex'))).size).toBe(1);
      expect(given[0]).toHaveLength(32);
      expect(given[0]?.equals((await stores[0]?.hubKey('blind-index')) ?? Buffer.alloc(0))).toBe(false);
    });

    it('MUST refuse a process that still holds the last master key', async () => {
      const store = await keys.open();
      await keys.raiseEpoch();
      await expect(store.keysFor('northgate', ['police:N-9'])).rejects.toBeInstanceOf(KeyEpochChanged);
      await expect(store.open('northgate', [9])).rejects.toBeInstanceOf(KeyEpochChanged);
      await expect(store.find('northgate', ['police:N-9'])).rejects.toBeInstanceOf(KeyEpochChanged);
      await expect(store.hubKey('another')).rejects.toBeInstanceOf(KeyEpochChanged);
      await expect(store.refresh()).rejects.toBeInstanceOf(KeyEpochChanged);
    });
  });
};
