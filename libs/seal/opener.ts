import { isRefToken, refNumber, type RefToken } from '@throughline/kernel';
import type { Envelope } from '@throughline/records';
import { ERASED, KeyMissing, type Keyring, type KeyStore, type NumberedReference } from './key-store';
import { ATTRIBUTES } from './owned-parts';
import type { PublishedRecord } from './published-record';
import { type Anatomies, anatomyInCatalogue, type OwnedValues, type RecordData } from './record-anatomy';
import { numberOfPart, openPart } from './sealed-part';

/** How much a reader needs: people's details alone, or every text. */
export type Wanted = 'details' | 'everything';

/** A record as far as its keys are there. */
export interface OpenedRecord {
  /** As it was published, references as numbers; what is still sealed reads `[sealed]`, and its details are absent. */
  readonly data: RecordData;
  /** Further attributes, where everything was wanted and their owner was not erased. */
  readonly attributes?: Readonly<Record<string, unknown>>;
  /** Those whose parts stay sealed, because they were erased. */
  readonly erased: readonly RefToken[];
}

const DETAILS = /^\/people\/\d+\/details$/;

const foundIn = (keyring: Keyring, number: number): NumberedReference | typeof ERASED => {
  const found = keyring.get(number);
  if (found === undefined) throw new KeyMissing('a record was to be opened without its keys');
  return found;
};

/** Each owner's values, by number; what was erased is left out. Needs every key that the envelope names, so call `prepare` first. */
export const openParts = (envelope: Envelope, keyring: Keyring): ReadonlyMap<RefToken, OwnedValues> => {
  const opened = new Map<RefToken, OwnedValues>();
  for (const part of envelope.sealed) {
    const key = foundIn(keyring, numberOfPart(part));
    if (key !== ERASED) opened.set(part.ref, openPart(envelope, key, part));
  }
  return opened;
};

/** Opens what the `Sealer` sealed. Who may call it is decided before (`access`): it asks for no permission and writes no disclosure. */
export class Opener {
  constructor(
    private readonly keys: KeyStore,
    private readonly anatomyOf: Anatomies = anatomyInCatalogue,
  ) {}

  /** The keys of these numbers, to open many envelopes at once. Fails with `KeyMissing` where one is lost, never where it was erased. */
  prepare(partnership: string, numbers: Iterable<number>): Promise<Keyring> {
    return this.keys.open(partnership, numbers);
  }

  async openEnvelope(envelope: Envelope, wanted: Wanted = 'everything'): Promise<OpenedRecord> {
    return this.openWith(envelope, await this.prepare(envelope.partnership, envelope.sealed.map(numberOfPart)), wanted);
  }

  /** The same with keys that are at hand. */
  openWith(envelope: Envelope, keyring: Keyring, wanted: Wanted = 'everything'): OpenedRecord {
    const values = new Map<string, OwnedValues>();
    let attributes: OpenedRecord['attributes'];
    const erased: RefToken[] = [];
    for (const part of envelope.sealed) {
      const key = foundIn(keyring, numberOfPart(part));
      if (key === ERASED) {
        erased.push(part.ref);
        continue;
      }
      const opened = openPart(envelope, key, part);
      const inData = Object.entries(opened).filter(
        ([pointer]) => pointer !== ATTRIBUTES && (wanted === 'everything' || DETAILS.test(pointer)),
      );
      if (inData.length > 0) values.set(part.ref, Object.fromEntries(inData));
      if (wanted === 'everything') attributes ??= opened[ATTRIBUTES] as OpenedRecord['attributes'];
    }
    const anatomy = this.anatomyOf(envelope.type);
    const data = values.size === 0 ? envelope.data : anatomy.unseal(envelope.data, values);
    return { data, erased, ...(attributes === undefined ? {} : { attributes }) };
  }

  /**
   * The record as it was published, references by name again; a number stays where its reference was erased.
   * For a `record.corrected` it needs the type of the record that was corrected.
   */
  async restore(envelope: Envelope, replacementType?: string): Promise<PublishedRecord> {
    const anatomy = this.anatomyOf(envelope.type);
    const numbers = new Set<number>(envelope.sealed.map(numberOfPart));
    if (envelope.subject !== undefined) numbers.add(refNumber(envelope.subject));
    const named = (token: string): string => {
      if (isRefToken(token)) numbers.add(refNumber(token));
      return token;
    };
    anatomy.mapRefs(envelope.data, named, replacementType);
    const keyring = await this.prepare(envelope.partnership, numbers);
    const nameOf = (token: string): string => {
      const found = isRefToken(token) ? foundIn(keyring, refNumber(token)) : ERASED;
      return found === ERASED ? token : found.ref;
    };
    const { data, attributes } = this.openWith(envelope, keyring);
    return {
      partnership: envelope.partnership,
      source: envelope.source,
      id: envelope.id,
      type: envelope.type,
      time: envelope.time,
      recordedtime: envelope.recordedtime,
      ...(envelope.imported === undefined ? {} : { imported: envelope.imported }),
      ...(envelope.agency === undefined ? {} : { agency: envelope.agency }),
      ...(envelope.subject === undefined ? {} : { subject: nameOf(envelope.subject) }),
      data: anatomy.mapRefs(data, nameOf, replacementType),
      ...(attributes === undefined ? {} : { attributes }),
    };
  }
}
