import { londonDay } from '@throughline/kernel';
import { type Address, safeAccommodationPlaced } from '@throughline/records';
import type { Entry } from '../case-file/entry';
import { keptUp } from '../case-file/kept-up';
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

/** Every home of a person as far as their records were read, and what they were read from. */
interface Lived {
  /** Records that hold an address of the person, and placements. */
  readonly told: Entry[];
  /** Places that any of them calls sensitive, shared or safe: another record that forgets to say so joins nobody either. */
  readonly guarded: Set<string | undefined>;
  homes: Home[];
  /** Grows whenever the homes change. */
  moves: number;
}

const leave = (lived: Lived, day: string): void => {
  const last = lived.homes.at(-1);
  if (last === undefined || last.to !== undefined) return;
  lived.homes[lived.homes.length - 1] = { ...last, to: day };
  lived.moves += 1;
};

const live = (lived: Lived, entry: Entry, person: PersonFile): void => {
  const { homes, guarded } = lived;
  const day = londonDay(entry.time);
  if (entry.type === safeAccommodationPlaced.type) leave(lived, day);
  for (const [ref, details] of entry.details) {
    if (!person.has(ref) || details.address === undefined) continue;
    const key = homeKey(details.address);
    const last = homes.at(-1);
    if (key === undefined || guarded.has(key)) leave(lived, day);
    else if (last?.key === key && last.to === undefined) continue;
    else {
      leave(lived, details.address.from ?? day);
      homes.push({ key, from: details.address.from ?? day, ...(details.address.to === undefined ? {} : { to: details.address.to }) });
      lived.moves += 1;
    }
  }
};

const guardedBy = (entry: Entry, person: PersonFile): readonly (string | undefined)[] => [
  ...(entry.type === safeAccommodationPlaced.type && entry.address !== undefined ? [placeOf(entry.address)] : []),
  ...[...entry.details].flatMap(([ref, { address }]) =>
    person.has(ref) && address !== undefined && joinsNobody(address) ? [placeOf(address)] : [],
  ),
];

const livedBy = keptUp<Lived, PersonFile>(
  () => ({ told: [], guarded: new Set([undefined]), homes: [], moves: 0 }),
  (lived, entry, person) => {
    if (entry.details.size === 0 && entry.type !== safeAccommodationPlaced.type) return;
    lived.told.push(entry);
    const fresh = guardedBy(entry, person).filter((place) => !lived.guarded.has(place));
    for (const place of fresh) lived.guarded.add(place);
    if (lived.homes.some(({ key }) => fresh.includes(key))) {
      lived.homes = [];
      lived.moves += 1;
      for (const each of lived.told) live(lived, each, person);
    } else live(lived, entry, person);
  },
);

/**
 * Every home of a person, in order of being recorded. A home ends when it says so, or on the day a different one is recorded;
 * a placement in safe accommodation ends every home before it and is none itself.
 */
export const homesOf = (file: PersonFile): readonly Home[] => livedBy(file).homes;

/** Another number whenever the homes of a person have changed, or something of the past has. */
export const movesOf = (file: PersonFile): number => file.past * MANY + livedBy(file).moves;

/** More moves than anybody has. */
const MANY = 2 ** 20;

/** The home in which a person lives on a day, as far as it is known. */
export const homeOn = (file: PersonFile, day: string): Home | undefined =>
  homesOf(file).findLast((home) => home.from <= day && (home.to === undefined || day < home.to));
