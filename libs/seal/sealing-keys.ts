import { Fault, isRefToken, refNumber } from '@throughline/kernel';
import { ERASED, KeyMissing, type Keyring, type KeyStore, type ReferenceKey } from './key-store';

/** Something was to be sealed for a person who was erased: there is no key any more, and there must be none. */
export class ReferenceErased extends Fault {
  readonly retriable = false;
}

/** The keys for one run of sealing: by reference, or by number where a record of the hub names the number. */
export class SealingKeys {
  private readonly byRef = new Map<string, ReadonlyMap<string, ReferenceKey>>();
  private readonly byNumber = new Map<string, Keyring>();

  /** At most one round trip for references and one for numbers, for each partnership. */
  static async load(store: KeyStore, wanted: ReadonlyMap<string, ReadonlySet<string>>): Promise<SealingKeys> {
    const keys = new SealingKeys();
    const load = async (partnership: string, names: ReadonlySet<string>): Promise<void> => {
      const refs: string[] = [];
      const numbers: number[] = [];
      for (const name of names) {
        if (isRefToken(name)) numbers.push(refNumber(name));
        else refs.push(name);
      }
      const [byRef, byNumber] = await Promise.all([store.keysFor(partnership, refs), store.open(partnership, numbers)]);
      keys.byRef.set(partnership, byRef);
      keys.byNumber.set(partnership, byNumber);
    };
    await Promise.all(Array.from(wanted, ([partnership, names]) => load(partnership, names)));
    return keys;
  }

  of(partnership: string): (name: string) => ReferenceKey {
    const byRef = this.byRef.get(partnership);
    const byNumber = this.byNumber.get(partnership);
    return (name) => {
      const key = isRefToken(name) ? byNumber?.get(refNumber(name)) : byRef?.get(name);
      if (key === ERASED) throw new ReferenceErased('a person of this record was erased');
      if (key === undefined) throw new KeyMissing('the key store gave no key for a reference that it was asked for');
      return key;
    };
  }
}
