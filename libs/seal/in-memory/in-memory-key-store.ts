import { randomBytes } from 'node:crypto';
import { ERASED, KeyEpochChanged, KeyMissing, type Keyring, type KeyStore, type ReferenceKey } from '../key-store';
import { randomReferenceNumber } from '../random-bytes';

/** What several stores of one test share, as processes share a database. */
export class KeysInMemory {
  epoch = 1;
  readonly numbers = new Map<string, number>();
  readonly references = new Map<string, ReferenceKey & { readonly ref: string }>();
  readonly erased = new Set<string>();
  readonly hubKeys = new Map<string, Buffer>();
}

/** Keys for tests: nothing is wrapped, because nothing is stored. */
export class InMemoryKeyStore implements KeyStore {
  readonly epoch: number;

  constructor(private readonly keys = new KeysInMemory()) {
    this.epoch = keys.epoch;
  }

  async keysFor(partnership: string, refs: Iterable<string>): Promise<ReadonlyMap<string, ReferenceKey>> {
    await this.refresh();
    return new Map(Array.from(refs, (ref) => [ref, this.keyFor(partnership, ref)]));
  }

  async find(partnership: string, refs: Iterable<string>): Promise<ReadonlyMap<string, number>> {
    await this.refresh();
    const found = new Map<string, number>();
    for (const ref of refs) {
      const number = this.keys.numbers.get(`${partnership}\n${ref}`);
      const place = `${partnership}\n${String(number)}`;
      if (number !== undefined && this.keys.references.has(place) && !this.keys.erased.has(place)) found.set(ref, number);
    }
    return found;
  }

  async open(partnership: string, numbers: Iterable<number>): Promise<Keyring> {
    await this.refresh();
    return new Map(
      Array.from(numbers, (number) => {
        const place = `${partnership}\n${String(number)}`;
        const reference = this.keys.erased.has(place) ? ERASED : this.keys.references.get(place);
        if (reference === undefined) throw new KeyMissing('a key that must be there is not in memory');
        return [number, reference];
      }),
    );
  }

  async hubKey(name: string): Promise<Buffer> {
    await this.refresh();
    const key = this.keys.hubKeys.get(name) ?? randomBytes(32);
    this.keys.hubKeys.set(name, key);
    return key;
  }

  refresh(): Promise<void> {
    return this.keys.epoch === this.epoch
      ? Promise.resolve()
      : Promise.reject(new KeyEpochChanged('the keys in memory have another epoch'));
  }

  private keyFor(partnership: string, ref: string): ReferenceKey {
    const name = `${partnership}\n${ref}`;
    const known = this.keys.numbers.get(name);
    const held = known === undefined ? undefined : this.keys.references.get(`${partnership}\n${String(known)}`);
    if (held !== undefined) return held;
    const number = randomReferenceNumber();
    const place = `${partnership}\n${String(number)}`;
    if (this.keys.references.has(place) || this.keys.erased.has(place)) return this.keyFor(partnership, ref);
    const reference = { ref, number, key: randomBytes(32) };
    this.keys.numbers.set(name, number);
    this.keys.references.set(place, reference);
    return reference;
  }
}
