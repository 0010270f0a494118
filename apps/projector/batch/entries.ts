import { parseInstant, refNumber, type RefToken } from '@throughline/kernel';
import { type Entry, keyText } from '@throughline/projections';
import {
  type Address,
  type CommonData,
  is,
  type PersonDetails,
  type RecordKey,
  recordCorrected,
  recordRetracted,
  safeAccommodationPlaced,
} from '@throughline/records';
import type { Keyring, Opener } from '@throughline/seal';
import type { StoredRecord } from './stored-record';

/** Where a record stands in its partnership: its dense number, and the log time at which it took effect. */
export interface Place {
  readonly index: number;
  readonly logTime: number;
}

const dataWithPeople = (record: StoredRecord): CommonData => record.envelope.data as unknown as CommonData;

/** The numbers whose keys are needed to open what the fold reads. */
export const keysNeededBy = (record: StoredRecord): readonly number[] => record.envelope.sealed.map((part) => refNumber(part.ref));

const asRecorded = (record: StoredRecord) => ({
  partnership: record.envelope.partnership,
  source: record.envelope.source,
  id: record.envelope.id,
  type: record.envelope.type,
  agency: record.envelope.agency ?? '',
  subject: record.envelope.subject ?? '',
  time: record.time,
  recordedtime: record.recordedtime,
  data: dataWithPeople(record),
});

const detailsIn = (people: CommonData['people'] | undefined): ReadonlyMap<RefToken, PersonDetails> =>
  new Map((people ?? []).flatMap((person) => (person.details === undefined ? [] : [[person.ref as RefToken, person.details]])));

/** What a record amends, where it is a correction or a retraction. */
export const amendedBy = (record: StoredRecord): RecordKey | undefined => {
  const recorded = asRecorded(record);
  if (is(recordCorrected, recorded)) return recorded.data.corrects;
  if (is(recordRetracted, recorded)) return recorded.data.retracts;
  return undefined;
};

interface Opened {
  readonly details: ReadonlyMap<RefToken, PersonDetails>;
  readonly address?: Address;
}

/** Makes entries of stored records: opens people's details in memory, and nothing else. */
export class Entries {
  private readonly opened = new WeakMap<StoredRecord, Opened>();

  constructor(
    private readonly opener: Opener,
    private readonly keyring: Keyring,
  ) {}

  /** The same with the keys of a record that stands in no batch. */
  async knowing(record: StoredRecord): Promise<Entries> {
    return new Entries(this.opener, await this.opener.prepare(record.envelope.partnership, keysNeededBy(record)));
  }

  /** A record as it was published. */
  of(record: StoredRecord, place: Place): Entry {
    const { address } = this.open(record);
    return {
      ...asRecorded(record),
      ...place,
      position: record.position,
      details: this.detailsOf(record),
      ...(address === undefined ? {} : { address }),
    };
  }

  /** The details that a record holds of its people. */
  detailsOf(record: StoredRecord): ReadonlyMap<RefToken, PersonDetails> {
    return this.open(record).details;
  }

  /** Opens what the fold reads: people's details, and where a placement is, so that no other record joins anybody by it. */
  private open(record: StoredRecord): Opened {
    let opened = this.opened.get(record);
    if (opened === undefined) {
      const { sealed, type } = record.envelope;
      const placed = type === safeAccommodationPlaced.type;
      const data = sealed.length === 0 ? {} : this.opener.openWith(record.envelope, this.keyring, placed ? 'everything' : 'details').data;
      const { people, address } = data as Partial<CommonData> & { readonly address?: Address };
      opened = { details: detailsIn(people), ...(placed && address !== undefined ? { address } : {}) };
      this.opened.set(record, opened);
    }
    return opened;
  }

  /** A record as it stands after a correction or a retraction of it. */
  amended(before: Entry, by: StoredRecord, place: Place): Entry {
    const amendment = { by: { source: by.envelope.source, id: by.envelope.id }, at: place.logTime, index: place.index };
    const recorded = asRecorded(by);
    if (!is(recordCorrected, recorded)) return { ...before, amendment: { ...amendment, kind: 'retracted' } };
    const opened = this.opener.openWith(by.envelope, this.keyring, 'everything').data as unknown as typeof recorded.data;
    const details = (opened.replacement as Partial<CommonData>).people;
    const data = recorded.data.replacement as unknown as CommonData;
    return {
      ...before,
      time: correctedTime(recorded.data.time) ?? before.time,
      data,
      details: detailsIn(details),
      amendment: { ...amendment, kind: 'corrected' },
    };
  }

  /** Folds a person's records in log order: each as published, then as amended. */
  fold(records: readonly { readonly record: StoredRecord; readonly place: Place }[]): readonly Entry[] {
    const entries = new Map<string, Entry>();
    for (const { record, place } of records) {
      const target = amendedBy(record);
      if (target === undefined) {
        entries.set(keyText(record.envelope), this.of(record, place));
        continue;
      }
      const before = entries.get(keyText(target));
      if (before !== undefined && before.agency === record.envelope.agency)
        entries.set(keyText(target), this.amended(before, record, place));
    }
    return [...entries.values()];
  }
}

const correctedTime = (time: string | undefined): number | undefined => (time === undefined ? undefined : parseInstant(time));
