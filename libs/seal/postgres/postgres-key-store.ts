import { randomBytes } from 'node:crypto';
import type { Pool } from 'pg';
import { BlindIndex } from '../blind-index';
import { openBox, sealBox } from '../box';
import { ERASED, KeyEpochChanged, KeyMissing, type Keyring, type KeyStore, KeyUnreadable, type NumberedReference } from '../key-store';
import type { MasterKey, WrappedKey } from '../master-key';
import { randomReferenceNumber } from '../random-bytes';
import { RecentlyUsed } from '../recently-used';
import { answered } from './answered';
import { Gathered } from './gathered';
import type { FoundRow, MadeRow, Offer, OpenRow } from './rows';
import { EPOCH, FIND, FIRST_EPOCH, MAKE_OR_READ, MAKE_OR_READ_HUB_KEY, OPEN } from './statements';

const KEY_BYTES = 32;

/** A random number that is taken is drawn again. Twice in a row is not chance any more. */
const ATTEMPTS = 5;

export interface PostgresKeyStoreOptions {
  /** How many references are remembered, in each direction; about 400 bytes each. */
  readonly remembered?: number;
}

const placeOf = (partnership: string, number: number): string => `reference\n${partnership}\n${String(number)}`;
const hubPlaceOf = (name: string): string => `hub\n${name}`;

/** Keys in PostgreSQL, each wrapped by the master key. Its tables are made by `createPostgresKeyTables`. */
export class PostgresKeyStore implements KeyStore {
  private readonly byRef: RecentlyUsed<string, NumberedReference>;
  private readonly byNumber: RecentlyUsed<string, NumberedReference | typeof ERASED>;
  private readonly hubKeys = new Map<string, Buffer>();
  private readonly making = new Gathered((partnership: string, refs: readonly string[]) => this.makeOrRead(partnership, refs));

  private constructor(
    private readonly pool: Pool,
    private readonly master: MasterKey,
    remembered: number,
  ) {
    this.byRef = new RecentlyUsed(remembered);
    this.byNumber = new RecentlyUsed(remembered);
  }

  /** Fails with `KeyEpochChanged` or `MasterKeyUnfit` where this master key is not the one of the store. */
  static async open(pool: Pool, master: MasterKey, { remembered = 100_000 }: PostgresKeyStoreOptions = {}): Promise<PostgresKeyStore> {
    const store = new PostgresKeyStore(pool, master, remembered);
    await answered(pool.query(FIRST_EPOCH, [master.epoch]));
    await store.refresh();
    await store.hubKey('blind-index');
    return store;
  }

  get epoch(): number {
    return this.master.epoch;
  }

  async keysFor(partnership: string, refs: Iterable<string>): Promise<ReadonlyMap<string, NumberedReference>> {
    const found = new Map<string, NumberedReference>();
    let unknown: string[] = [];
    for (const ref of new Set(refs)) {
      const known = this.byRef.get(`${partnership}\n${ref}`);
      if (known === undefined) unknown.push(ref);
      else found.set(ref, known);
    }
    for (let attempt = 0; unknown.length > 0; attempt += 1) {
      if (attempt === ATTEMPTS) throw new KeyMissing('the key store did not take a new key');
      const wanted = new Set(unknown);
      for (const reference of await this.making.get(partnership, unknown)) {
        this.remember(partnership, reference);
        if (wanted.has(reference.ref)) found.set(reference.ref, reference);
      }
      unknown = unknown.filter((ref) => !found.has(ref));
    }
    return found;
  }

  async find(partnership: string, refs: Iterable<string>): Promise<ReadonlyMap<string, number>> {
    const index = BlindIndex.under(await this.hubKey('blind-index'));
    const byIndex = new Map(Array.from(refs, (ref) => [index.token(partnership, 'ref', ref).toString('hex'), ref]));
    const indexes = Array.from(byIndex.keys(), (token) => Buffer.from(token, 'hex'));
    const { rows } = await answered(this.pool.query<FoundRow>({ ...FIND, values: [partnership, indexes] }));
    const found = new Map<string, number>();
    for (const { index: token, number, epoch } of rows) {
      const ref = token === null ? undefined : byIndex.get(token.toString('hex'));
      if (ref === undefined) this.compareEpoch(epoch);
      else found.set(ref, Number(number));
    }
    return found;
  }

  async open(partnership: string, numbers: Iterable<number>): Promise<Keyring> {
    const found = new Map<number, NumberedReference | typeof ERASED>();
    const unknown: number[] = [];
    for (const number of new Set(numbers)) {
      const known = this.byNumber.get(`${partnership}\n${String(number)}`);
      if (known === undefined) unknown.push(number);
      else found.set(number, known);
    }
    if (unknown.length === 0) return found;
    for (const [number, reference] of await this.read(partnership, unknown)) found.set(number, reference);
    if (unknown.some((number) => !found.has(number))) throw new KeyMissing('a key that must be there is not in the key store');
    return found;
  }

  async hubKey(name: string): Promise<Buffer> {
    const known = this.hubKeys.get(name);
    if (known !== undefined) return known;
    const offered = randomBytes(KEY_BYTES);
    const place = hubPlaceOf(name);
    const [wrapped] = await this.master.wrap([{ key: offered, place }]);
    const { rows } = await answered(
      this.pool.query<{ wrapped_key: Buffer; epoch: number }>(MAKE_OR_READ_HUB_KEY, [name, this.epoch, wrapped]),
    );
    const [key] = await this.master.unwrap(rows.map((row) => ({ wrapped: row.wrapped_key, place, epoch: row.epoch })));
    if (key === undefined) throw new KeyMissing('a key of the hub itself is neither there nor made');
    this.hubKeys.set(name, key);
    return key;
  }

  async refresh(): Promise<void> {
    this.byRef.clear();
    this.byNumber.clear();
    this.hubKeys.clear();
    const { rows } = await answered(this.pool.query<{ epoch: number }>(EPOCH));
    this.compareEpoch(rows[0]?.epoch);
  }

  private compareEpoch(epoch: number | null | undefined): void {
    if (epoch !== this.epoch) throw new KeyEpochChanged('the keys are under another master key than this process holds');
  }

  private remember(partnership: string, reference: NumberedReference): void {
    this.byRef.set(`${partnership}\n${reference.ref}`, reference);
    this.byNumber.set(`${partnership}\n${String(reference.number)}`, reference);
  }

  private async makeOrRead(partnership: string, refs: readonly string[]): Promise<readonly NumberedReference[]> {
    const offers = await this.offer(partnership, refs);
    const wrapped = await this.master.wrap(offers.map(({ key, number }) => ({ key, place: placeOf(partnership, number) })));
    const { rows } = await answered(
      this.pool.query<MadeRow>({
        ...MAKE_OR_READ,
        values: [
          partnership,
          this.epoch,
          offers.map(({ index }) => index),
          offers.map(({ number }) => number),
          offers.map(({ sealedRef }) => sealedRef),
          wrapped,
        ],
      }),
    );
    const offered = new Map(offers.map((offer) => [offer.index.toString('latin1'), offer]));
    const mine: NumberedReference[] = [];
    const others: { readonly ref: string; readonly number: number; readonly stored: WrappedKey }[] = [];
    for (const row of rows) {
      const offer = offered.get(row.index.toString('latin1'));
      const number = Number(row.number);
      if (offer === undefined) throw new KeyUnreadable('the key store answered a key that nobody asked for');
      if (offer.number === number) mine.push({ ref: offer.ref, number, key: offer.key });
      else
        others.push({
          ref: offer.ref,
          number,
          stored: { wrapped: row.wrapped_key, place: placeOf(partnership, number), epoch: row.epoch },
        });
    }
    const keys = await this.master.unwrap(others.map(({ stored }) => stored));
    return mine.concat(others.flatMap(({ ref, number }, at) => paired(ref, number, keys[at])));
  }

  private async offer(partnership: string, refs: readonly string[]): Promise<readonly Offer[]> {
    const index = BlindIndex.under(await this.hubKey('blind-index'));
    return refs.map((ref) => {
      const number = randomReferenceNumber();
      const key = randomBytes(KEY_BYTES);
      return { ref, number, key, index: index.token(partnership, 'ref', ref), sealedRef: sealBox(key, placeOf(partnership, number), ref) };
    });
  }

  private async read(partnership: string, numbers: readonly number[]): Promise<Keyring> {
    const { rows } = await answered(this.pool.query<OpenRow>({ ...OPEN, values: [partnership, numbers] }));
    const found = new Map<number, NumberedReference | typeof ERASED>();
    const sealed: { readonly number: number; readonly sealedRef: Buffer; readonly stored: WrappedKey }[] = [];
    for (const { number: text, sealed_ref: sealedRef, wrapped_key: wrapped, epoch } of rows) {
      const number = Number(text);
      if (number === 0) this.compareEpoch(epoch);
      else if (sealedRef === null || wrapped === null || epoch === null) found.set(number, ERASED);
      else sealed.push({ number, sealedRef, stored: { wrapped, place: placeOf(partnership, number), epoch } });
    }
    const keys = await this.master.unwrap(sealed.map(({ stored }) => stored));
    sealed.forEach(({ number, sealedRef }, at) => {
      const key = keys[at];
      const ref = key === undefined ? undefined : openBox(key, placeOf(partnership, number), sealedRef);
      if (key === undefined || ref === undefined) throw new KeyUnreadable('a stored reference does not open under its own key');
      found.set(number, { ref: ref.toString('utf8'), number, key });
    });
    for (const [number, reference] of found) {
      if (reference === ERASED) this.byNumber.set(`${partnership}\n${String(number)}`, ERASED);
      else this.remember(partnership, reference);
    }
    return found;
  }
}

const paired = (ref: string, number: number, key: Buffer | undefined): readonly NumberedReference[] =>
  key === undefined ? [] : [{ ref, number, key }];
