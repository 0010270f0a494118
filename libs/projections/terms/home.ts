import { londonDay } from '@throughline/kernel';
import { type Address, safeAccommodationPlaced } from '@throughline/records';
import type { Entry } from '../case-file/entry';
import type { PersonFile } from '../case-file/person-file';

/** A person's address and the days in which they are known to have lived there. */
export interface Home {
  /** Equal for two people of one home: the property number, else postcode and first line, without case, spaces or punctuation. */
  readonly key: string;
  readonly from: string;
  readonly to?: string;
}

const plain = (text: string): string =>
  text
    .normalize('NFKD')
    .replaceAll(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase();

const places = new WeakMap<Address, { readonly place: string | undefined }>();

/** Equal for two spellings of one place, a safe one too: to compare, never to join people by. */
export const placeOf = (address: Address): string | undefined => {
  const known = places.get(address);
  if (known !== undefined) return known.place;
  const place = writtenPlace(address);
  places.set(address, { place });
  return place;
};

const writtenPlace = (address: Address): string | undefined => {
  if (address.uprn !== undefined) return `uprn ${address.uprn.replace(/^0+/, '')}`;
  const line = address.lines?.[0];
  return line === undefined || address.postcode === undefined ? undefined : `${plain(address.postcode)} ${plain(line)}`;
};

const joinsNobody = (address: Address): boolean => address.sensitive === true || address.shared === true;

/** An address that may join people into a household: never a safe, a sensitive or a shared one (safeguards.md, Terms). */
export const homeKey = (address: Address): string | undefined => (joinsNobody(address) ? undefined : placeOf(address));

/** Places that any standing record calls sensitive, shared or safe accommodation: another record that forgets to say so joins nobody either. */
const guardedPlaces = (file: PersonFile, standing: readonly Entry[]): ReadonlySet<string | undefined> => {
  const guarded = new Set<string | undefined>([undefined]);
  for (const entry of standing) {
    if (entry.type === safeAccommodationPlaced.type && entry.address !== undefined) guarded.add(placeOf(entry.address));
    for (const [ref, { address }] of entry.details) {
      if (file.has(ref) && address !== undefined && joinsNobody(address)) guarded.add(placeOf(address));
    }
  }
  return guarded;
};

const spans = new WeakMap<PersonFile, { readonly size: number; readonly homes: readonly Home[] }>();

/**
 * Every home of a person, in order of being recorded. A home ends when it says so, or on the day a different one is recorded;
 * a placement in safe accommodation ends every home before it and is none itself.
 */
export const homesOf = (file: PersonFile): readonly Home[] => {
  const known = spans.get(file);
  if (known !== undefined && known.size === file.version) return known.homes;
  const standing = file.standing();
  const guarded = guardedPlaces(file, standing);
  const homes: Home[] = [];
  const leave = (day: string): void => {
    const last = homes.at(-1);
    if (last !== undefined && last.to === undefined) homes[homes.length - 1] = { ...last, to: day };
  };
  for (const entry of standing) {
    if (entry.details.size === 0 && entry.type !== safeAccommodationPlaced.type) continue;
    const day = londonDay(entry.time);
    if (entry.type === safeAccommodationPlaced.type) leave(day);
    for (const [ref, details] of entry.details) {
      if (!file.has(ref) || details.address === undefined) continue;
      const key = homeKey(details.address);
      const last = homes.at(-1);
      if (key === undefined || guarded.has(key)) leave(day);
      else if (last?.key === key && last.to === undefined) continue;
      else {
        leave(details.address.from ?? day);
        homes.push({ key, from: details.address.from ?? day, ...(details.address.to === undefined ? {} : { to: details.address.to }) });
      }
    }
  }
  spans.set(file, { size: file.version, homes });
  return homes;
};

/** The home in which a person lives on a day, as far as it is known. */
export const homeOn = (file: PersonFile, day: string): Home | undefined =>
  homesOf(file).findLast((home) => home.from <= day && (home.to === undefined || day < home.to));
