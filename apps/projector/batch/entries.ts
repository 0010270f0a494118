import { refNumber, type RefToken } from '@throughline/kernel';
import type { Entry } from '@throughline/projections';
import {
  amendedBy as amendedByRecorded,
  amendedEntry,
  entryOf,
  foldRecords,
  type HeldRecord,
  recordedOf,
} from '@throughline/projections/queries';
import {
  type Address,
  type CommonData,
  flagPlaced,
  flagRemoved,
  inNewestVersion,
  newestVersionOf,
  type PersonDetails,
  propertyAllocated,
  type RecordKey,
  recordCorrected,
  recordRetracted,
  safeAccommodationPlaced,
  tenancyStarted,
} from '@throughline/records';
import type { Keyring, Opener } from '@throughline/seal';
import type { StoredRecord } from './stored-record';

/** Where a record stands in its partnership: its dense number, and the log time at which it took effect. */
export interface Place {
  readonly index: number;
  readonly logTime: number;
}

/** The numbers whose keys are needed to open what the fold reads. */
export const keysNeededBy = (record: StoredRecord): readonly number[] => record.envelope.sealed.map((part) => refNumber(part.ref));

const AMENDMENTS: ReadonlySet<string> = new Set([recordCorrected.type, recordRetracted.type]);

/** Records with an address of their own, beside those of people. */
const PLACES: ReadonlySet<string> = new Set(
  [safeAccommodationPlaced, tenancyStarted, propertyAllocated, flagPlaced, flagRemoved].map(({ type }) => type),
);

const nowhere: Place = { index: -1, logTime: -1 };

const heldAt = ({ position, envelope, time, recordedtime }: StoredRecord, { index, logTime }: Place): HeldRecord => ({
  position,
  envelope,
  time,
  recordedtime,
  index,
  logTime,
});

/** What a record amends, where it is a correction or a retraction. */
export const amendedBy = (record: StoredRecord): RecordKey | undefined =>
  AMENDMENTS.has(record.envelope.type) ? amendedByRecorded(recordedOf(heldAt(record, nowhere))) : undefined;

type Details = ReadonlyMap<RefToken, PersonDetails>;

const detailsIn = (people: CommonData['people'] | undefined): Details =>
  new Map((people ?? []).flatMap((person) => (person.details === undefined ? [] : [[person.ref as RefToken, person.details]])));

interface Opened {
  readonly details: Details;
  readonly address?: Address;
}

const openedOf = (data: object, hasPlace: boolean): Opened => {
  const { people, address } = data as Partial<CommonData> & { readonly address?: Address };
  return { details: detailsIn(people), ...(hasPlace && address !== undefined ? { address } : {}) };
};

/** Makes entries of stored records: opens in memory what the fold reads, and nothing else. */
export class Entries {
  private readonly opened = new WeakMap<StoredRecord['envelope'], Opened>();

  constructor(
    private readonly opener: Pick<Opener, 'openWith' | 'prepare'>,
    private readonly keyring: Keyring,
  ) {}

  /** The same with the keys of a record that stands in no batch. */
  async knowing(record: StoredRecord): Promise<Entries> {
    return new Entries(this.opener, await this.opener.prepare(record.envelope.partnership, keysNeededBy(record)));
  }

  /** A record as it was published. */
  of(record: StoredRecord, place: Place): Entry {
    const { details, address } = this.open(record);
    return entryOf(heldAt(record, place), details, address);
  }

  /** A record as it stands after a correction or a retraction of it. */
  amended(before: Entry, by: StoredRecord, place: Place): Entry {
    const { details, address } = this.openReplacement(by, before.type);
    return amendedEntry(before, heldAt(by, place), details, address);
  }

  /** The details that a record holds of its people. */
  detailsOf(record: Pick<StoredRecord, 'envelope'>): Details {
    return this.open(record).details;
  }

  /** Folds a person's records in log order: each as published, then as amended. */
  fold(records: readonly { readonly record: StoredRecord; readonly place: Place }[]): readonly Entry[] {
    const held = records.map(({ record, place }) => heldAt(record, place));
    const folded = foldRecords(held, (each, part) => (part === 'data' ? this.detailsOf(each) : this.openReplacement(each).details));
    return folded.map(({ entry, original, corrected }) => {
      const { address } = corrected === undefined ? this.open(original) : this.openReplacement(corrected, entry.type);
      return address === undefined ? entry : { ...entry, address };
    });
  }

  /** With the address of a placement, so that no other record joins anybody by it, of a home that housing gives, of a police flag. */
  private open({ envelope }: Pick<StoredRecord, 'envelope'>): Opened {
    let opened = this.opened.get(envelope);
    if (opened === undefined) {
      const hasPlace = PLACES.has(newestVersionOf(envelope.type));
      const published =
        envelope.sealed.length === 0 ? {} : this.opener.openWith(envelope, this.keyring, hasPlace ? 'everything' : 'details').data;
      opened = openedOf(inNewestVersion(envelope.type, published).data, hasPlace);
      this.opened.set(envelope, opened);
    }
    return opened;
  }

  /** What a correction puts in the place of a record of this type; of a type with no address of its own, only the details. */
  private openReplacement({ envelope }: Pick<StoredRecord, 'envelope'>, type = ''): Opened {
    const { replacement } = this.opener.openWith(envelope, this.keyring, 'everything').data as { readonly replacement?: object };
    return openedOf(replacement ?? {}, PLACES.has(type));
  }
}
