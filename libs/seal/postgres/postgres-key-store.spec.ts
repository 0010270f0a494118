import { keyStoreContract } from '../key-store.contract';
import { KeysUnavailable, KeyUnreadable } from '../key-store';
import { MasterKeyUnfit } from '../master-key';
import { type KeyDatabase, keyDatabase } from '../testing/key-database';
import { createPostgresKeyTables } from './migration';

let database: KeyDatabase;
beforeAll(async () => (database = await keyDatabase()));
afterAll(() => database.close());

keyStoreContract('PostgreSQL', async () => {
  const { pool, open, empty } = database;
  await empty();
  const lose = async (partnership: string, number: number): Promise<void> => {
    await pool.query('DELETE FROM keys.reference_keys WHERE partnership = $1 AND number = $2', [partnership, number]);
  };
  return {
    open,
    lose,
    erase: async (partnership, number) => {
      await lose(partnership, number);
      await pool.query('INSERT INTO keys.erased VALUES ($1, $2, 7)', [partnership, number]);
    },
    raiseEpoch: async () => {
      await pool.query('UPDATE keys.master_epoch SET epoch = epoch + 1');
    },
    close: () => Promise.resolve(),
  };
});

describe('keys in PostgreSQL', () => {
  beforeEach(() => database.empty());

  it('has its tables made any number of times, by several at once', async () => {
    await Promise.all([1, 2, 3].map(() => createPostgresKeyTables(database.pool)));
    const store = await database.open();
    expect((await store.keysFor('northgate', ['police:N-1'])).size).toBe(1);
  });

  it('commits a key before it is answered: another connection sees it at once', async () => {
    const given = (await (await database.open()).keysFor('northgate', ['police:N-1'])).get('police:N-1');
    const { rows } = await database.pool.query('SELECT number FROM keys.reference_keys');
    expect(rows.map(({ number }: { number: unknown }) => Number(number))).toEqual([given?.number]);
  });

  it('takes one round trip for a thousand references, and none for those it remembers', async () => {
    const store = await database.open();
    const refs = Array.from({ length: 1_000 }, (_none, place) => `police:N-${String(place)}`);
    const asked = jest.spyOn(database.pool, 'query');
    const given = await store.keysFor('northgate', refs);
    expect(asked).toHaveBeenCalledTimes(1);
    await store.keysFor('northgate', refs);
    await store.open(
      'northgate',
      Array.from(given.values(), ({ number }) => number),
    );
    expect(asked).toHaveBeenCalledTimes(1);
    asked.mockRestore();
  });

  it('makes no row under a number that is taken, here or by somebody who was erased', async () => {
    await database.open();
    await database.pool.query(`INSERT INTO keys.erased VALUES ('northgate', 9, 1)`);
    const { rows } = await database.pool.query(
      `SELECT number FROM keys.make_or_read('northgate', 1, ARRAY[decode(repeat('01', 16), 'hex'), decode(repeat('02', 16), 'hex'), decode(repeat('03', 16), 'hex')],
        ARRAY[8, 8, 9], ARRAY['a', 'b', 'c']::bytea[], ARRAY['a', 'b', 'c']::bytea[])`,
    );
    expect(rows.map(({ number }: { number: unknown }) => Number(number))).toEqual([8]);
  });

  it('holds no name of a reference and no key in any of its tables', async () => {
    const store = await database.open();
    const given = await store.keysFor('northgate', ['police:CANARY-1042', 'housing:CANARY-7']);
    const { rows: tables } = await database.pool.query<{ name: string }>(
      `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables WHERE schemaname = 'keys'`,
    );
    const dumps = await Promise.all(
      tables.map(({ name }) => database.pool.query<{ line: string }>(`SELECT whole::text AS line FROM ${name} AS whole`)),
    );
    const dump = dumps.flatMap(({ rows }) => rows.map(({ line }) => line)).join('\n');
    expect(dump).toContain('northgate');
    const secrets = [...given].flatMap(([ref, { key }]) => [Buffer.from(ref), Buffer.from(ref.split(':')[1] ?? ''), key]);
    for (const secret of [...secrets, await store.hubKey('blind-index')]) {
      expect(dump).not.toContain(secret.toString('hex'));
      expect(dump).not.toContain(secret.toString('base64'));
      expect(dump).not.toContain(secret.toString('latin1'));
    }
  });

  it('refuses a key that was moved to another row', async () => {
    const store = await database.open();
    await store.keysFor('northgate', ['police:N-1', 'police:N-2']);
    await database.pool.query(
      `UPDATE keys.reference_keys AS k SET wrapped_key = o.wrapped_key FROM keys.reference_keys AS o WHERE o.number <> k.number`,
    );
    await expect((await database.open()).keysFor('northgate', ['police:N-1'])).rejects.toBeInstanceOf(MasterKeyUnfit);
  });

  it('refuses a reference whose sealed text was moved to another row', async () => {
    const store = await database.open();
    const given = await store.keysFor('northgate', ['police:N-1', 'police:N-2']);
    await database.pool.query(
      `UPDATE keys.reference_keys AS k SET sealed_ref = o.sealed_ref FROM keys.reference_keys AS o WHERE o.number <> k.number`,
    );
    const numbers = Array.from(given.values(), ({ number }) => number);
    await expect((await database.open()).open('northgate', numbers)).rejects.toBeInstanceOf(KeyUnreadable);
  });

  it('does not open at all under another master key', async () => {
    await database.open();
    await database.pool.query(`UPDATE keys.hub_keys SET wrapped_key = set_byte(wrapped_key, 40, get_byte(wrapped_key, 40) # 1)`);
    await expect(database.open()).rejects.toBeInstanceOf(MasterKeyUnfit);
  });

  it('says that it may be asked again where the database does not answer', async () => {
    const store = await database.open();
    await database.pool.query('ALTER FUNCTION keys.make_or_read RENAME TO away');
    try {
      await expect(store.keysFor('northgate', ['police:N-1'])).rejects.toMatchObject({ name: 'KeysUnavailable', retriable: true });
      await expect(store.keysFor('northgate', ['police:N-1'])).rejects.toBeInstanceOf(KeysUnavailable);
    } finally {
      await database.pool.query('ALTER FUNCTION keys.away RENAME TO make_or_read');
    }
  });
});
