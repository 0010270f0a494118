import { createHmac, createSecretKey, type KeyObject } from 'node:crypto';
import { foldNameClosed, foldNhsNumber, foldPostcode, nameWithBirth } from './folding';
import type { KeyStore } from './key-store';

/** What can be looked up without being stored: each kind has tokens of its own. */
export type BlindIndexKind = 'nhs' | 'name' | 'name-dob' | 'postcode' | 'home' | 'ref' | 'matter';

/** The bytes of a token. */
const LENGTH = 16;

const folded: Readonly<Record<BlindIndexKind, (text: string) => string>> = {
  nhs: foldNhsNumber,
  name: foldNameClosed,
  'name-dob': (text) => nameWithBirth(text.slice(0, text.lastIndexOf('|')), text.slice(text.lastIndexOf('|') + 1)),
  postcode: foldPostcode,
  home: (text) => text,
  ref: (text) => text,
  matter: (text) => text,
};

/**
 * Finds people by what the tables do not hold: equal texts (after folding) give equal tokens within one partnership and
 * kind, and a token tells nothing to who has no key. Rotated with every erasure, so tokens are rebuilt then.
 */
export class BlindIndex {
  private constructor(private readonly key: KeyObject) {}

  static async of(keys: KeyStore): Promise<BlindIndex> {
    return BlindIndex.under(await keys.hubKey('blind-index'));
  }

  /** For a key store's own index, which it needs before it can be asked for a key. */
  static under(key: Buffer): BlindIndex {
    return new BlindIndex(createSecretKey(key));
  }

  /** 16 bytes. For `name-dob` the text is `name|date of birth`, as `nameWithBirth` writes it. */
  token(partnership: string, kind: BlindIndexKind, text: string): Buffer {
    return createHmac('sha256', this.key)
      .update(`${partnership}\n${kind}\n${folded[kind](text)}`, 'utf8')
      .digest()
      .subarray(0, LENGTH);
  }
}
