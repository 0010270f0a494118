import { parseInstant, type RefToken } from '@throughline/kernel';
import {
  type Address,
  inNewestVersion,
  is,
  type PersonDetails,
  type Recorded,
  type RecordKey,
  recordCorrected,
  recordRetracted,
} from '@throughline/records';
import { correctedDetails } from '../case-file/corrected-details';
import { type Entry, keyText } from '../case-file/entry';
import type { HeldRecord } from './held-record';

/** A record as it stands, with the stored records that it was folded from. */
export interface Folded {
  readonly entry: Entry;
  /** As it was published. */
  readonly original: HeldRecord;
  /** The last correction that holds. */
  readonly corrected?: HeldRecord;
  readonly retracted?: HeldRecord;
}

/** The details that a stored record holds of people, opened: in its own data, or in what a correction puts in place. */
export type DetailsOf = (held: HeldRecord, place: 'data' | 'replacement') => ReadonlyMap<RefToken, PersonDetails>;

const NOTHING: ReadonlyMap<RefToken, PersonDetails> = new Map();

const closedEntries = new WeakMap<HeldRecord, Entry>();

/** A stored record as rules read it: in the newest version of its type, nothing of it opened. Made once for everybody in whose file it stands. */
export const recordedOf = (held: HeldRecord): Entry => {
  const made = closedEntries.get(held);
  if (made !== undefined) return made;
  const entry = entryOf(held, NOTHING);
  closedEntries.set(held, entry);
  return entry;
};

/** The same with what was opened of it; made anew. */
export const entryOf = (held: HeldRecord, details: ReadonlyMap<RefToken, PersonDetails>, address?: Address): Entry => {
  const { envelope, time, recordedtime, index, position, logTime } = held;
  const { type, data } = inNewestVersion(envelope.type, envelope.data);
  const entry: { -readonly [Part in keyof Entry]: Entry[Part] } = {
    partnership: envelope.partnership,
    source: envelope.source,
    id: envelope.id,
    type,
    agency: envelope.agency ?? '',
    subject: envelope.subject ?? '',
    time,
    recordedtime,
    data,
    index,
    position,
    logTime,
    details,
  };
  if (type !== envelope.type) entry.publishedAs = envelope.type;
  if (envelope.facets !== undefined) entry.facets = envelope.facets;
  if (address !== undefined) entry.address = address;
  return entry;
};

/** What a record amends, where it is a correction or a retraction. */
export const amendedBy = (record: Recorded): RecordKey | undefined => {
  if (is(recordCorrected, record)) return record.data.corrects;
  if (is(recordRetracted, record)) return record.data.retracts;
  return undefined;
};

/** A record as its agency published it, with what was opened of it. */
const publishedEntry = (held: HeldRecord, details: ReadonlyMap<RefToken, PersonDetails>): Entry =>
  details.size === 0 ? recordedOf(held) : entryOf(held, details);

/**
 * A record as it stands after a correction or a retraction of it, with what was opened of the correction: the details of its people,
 * and the address where its type has one of its own.
 */
export const amendedEntry = (before: Entry, by: HeldRecord, details: ReadonlyMap<RefToken, PersonDetails>, address?: Address): Entry => {
  const recorded = recordedOf(by);
  const amendment = { by: { source: by.envelope.source, id: by.envelope.id }, at: by.logTime, index: by.index };
  if (!is(recordCorrected, recorded)) return { ...before, amendment: { ...amendment, kind: 'retracted' } };
  const { time, replacement } = recorded.data;
  const correctedTime = time === undefined ? undefined : parseInstant(time);
  const { facets: _former, address: _left, ...rest } = before;
  // A correction is written in the version of the record that it corrects.
  const { data } = inNewestVersion(before.publishedAs ?? before.type, replacement);
  return {
    ...rest,
    time: correctedTime ?? before.time,
    data,
    ...(recorded.facets === undefined ? {} : { facets: recorded.facets }),
    ...(address === undefined ? {} : { address }),
    details: correctedDetails(before.details, data.people, details),
    amendment: { ...amendment, kind: 'corrected' },
  };
};

const amended = ({ entry, original, corrected }: Folded, by: HeldRecord, detailsOf: DetailsOf): Folded => {
  const isCorrection = is(recordCorrected, recordedOf(by));
  const amendedNow = amendedEntry(entry, by, isCorrection ? detailsOf(by, 'replacement') : NOTHING);
  if (isCorrection) return { entry: amendedNow, original, corrected: by };
  return { entry: amendedNow, original, retracted: by, ...(corrected === undefined ? {} : { corrected }) };
};

/** Folds a person's records, which stand in log order: each as published, then as its own agency amended it. */
export const foldRecords = (records: readonly HeldRecord[], detailsOf: DetailsOf): readonly Folded[] => {
  const folded = new Map<string, Folded>();
  for (const held of records) {
    const target = amendedBy(recordedOf(held));
    if (target === undefined) {
      folded.set(keyText(held.envelope), { entry: publishedEntry(held, detailsOf(held, 'data')), original: held });
      continue;
    }
    const before = folded.get(keyText(target));
    if (before !== undefined && before.entry.agency === held.envelope.agency) folded.set(keyText(target), amended(before, held, detailsOf));
  }
  return [...folded.values()];
};

const PLACES = { data: /^\/people\/\d+\/details$/, replacement: /^\/replacement\/people\/\d+\/details$/ } as const;

/** The details among values that were opened, by whose they are. */
export const detailsAmong = (
  opened: ReadonlyMap<RefToken, Readonly<Record<string, unknown>>>,
  place: keyof typeof PLACES,
): ReadonlyMap<RefToken, PersonDetails> => {
  const details = new Map<RefToken, PersonDetails>();
  for (const [ref, values] of opened) {
    for (const [pointer, value] of Object.entries(values)) if (PLACES[place].test(pointer)) details.set(ref, value as PersonDetails);
  }
  return details;
};

/** The address of its own among what was opened of a record. */
export const addressAmong = (
  opened: ReadonlyMap<RefToken, Readonly<Record<string, unknown>>>,
  place: keyof typeof PLACES,
): Address | undefined => {
  const pointer = place === 'data' ? '/address' : '/replacement/address';
  for (const values of opened.values()) if (pointer in values) return values[pointer] as Address;
  return undefined;
};
