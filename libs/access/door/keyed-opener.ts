import { refNumber, type RefToken } from '@throughline/kernel';
import type { OpenedParts, PartsOpener } from '@throughline/projections/queries';
import { ERASED, type Keyring, type Opener, openPart, type OwnedValues } from '@throughline/seal';
import type { Envelope } from '@throughline/records';

/** Opens the parts of these references alone, with keys that are at hand; what was erased stays sealed. */
export const partsWith =
  (keyring: Keyring): OpenedParts =>
  (envelope: Envelope, refs: ReadonlySet<RefToken>): ReadonlyMap<RefToken, OwnedValues> => {
    const opened = new Map<RefToken, OwnedValues>();
    for (const part of envelope.sealed) {
      const key = refs.has(part.ref) ? keyring.get(refNumber(part.ref)) : undefined;
      if (key !== undefined && key !== ERASED) opened.set(part.ref, openPart(envelope, key, part));
    }
    return opened;
  };

/** The seal's opener as reading needs it. */
export class KeyedOpener implements PartsOpener {
  constructor(private readonly opener: Opener) {}

  async prepare(partnership: string, refs: ReadonlySet<RefToken>): Promise<OpenedParts> {
    return partsWith(await this.opener.prepare(partnership, Array.from(refs, refNumber)));
  }
}
