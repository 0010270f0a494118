import { addMonths, londonDay, type RefToken } from '@throughline/kernel';
import { type Address, safeAccommodationPlaced, tenancyStarted } from '@throughline/records';
import type { CaseFile } from '../case-file/case-file';
import type { Entry } from '../case-file/entry';
import { keptUp } from '../case-file/kept-up';
import type { PersonFile } from '../case-file/person-file';
import { placeOf } from './home';
import { concernedBy } from './matters';

/** Records by which everyone whom they concern comes to live at their address. */
const HOMES: ReadonlySet<string> = new Set([safeAccommodationPlaced.type, tenancyStarted.type]);

/** The address at which a record says that somebody lives. */
const addressIn = (entry: Entry, has: (ref: RefToken) => boolean): Address | undefined => {
  if (HOMES.has(entry.type) && entry.address !== undefined && concernedBy(entry).some(has)) return entry.address;
  for (const [ref, details] of entry.details) if (has(ref)) return details.address;
  return undefined;
};

const addressOf = (person: PersonFile, record: Entry): Address | undefined => addressIn(record, (named) => person.has(named));

/** Every place at which a standing record says that somebody lives. */
const placesOf = keptUp({
  about: (record, person: PersonFile) => addressOf(person, record) !== undefined,
  begin: (): { readonly place: string | undefined; readonly record: Entry }[] => [],
  take: (places, record, person) => {
    const address = addressOf(person, record);
    if (address !== undefined) places.push({ place: placeOf(address), record });
  },
});

/** Somebody lives at an address at which nobody had them in the months before. */
export interface NewAddress {
  readonly person: PersonFile;
  readonly ref: RefToken;
  readonly address: Address;
  /** Another address was held of them before: they have moved. */
  readonly isMove: boolean;
}

/**
 * The new addresses that a record tells of, of those whom it concerns. An address that ended before is none, nor is one that any
 * agency held within the given months before: agencies hear of one move at different times.
 */
export const newAddressesIn = (entry: Entry, file: CaseFile, months: number): readonly NewAddress[] => {
  const since = addMonths(entry.time, -months);
  const found = new Map<PersonFile, NewAddress>();
  for (const ref of concernedBy(entry)) {
    const address = addressIn(entry, (other) => other === ref);
    const place = address === undefined ? undefined : placeOf(address);
    if (address === undefined || place === undefined) continue;
    if (address.to !== undefined && address.to <= londonDay(entry.time)) continue;
    const person = file.fileOf(ref);
    const before = placesOf(person).filter(({ record }) => record.index < entry.index);
    if (before.some((other) => other.place === place && other.record.time > since)) continue;
    found.set(person, { person, ref, address, isMove: before.some((other) => other.place !== place) });
  }
  return [...found.values()];
};
