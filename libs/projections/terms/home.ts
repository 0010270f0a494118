import { londonDay } from '@throughline/kernel';
import { type Address, safeAccommodationPlaced } from '@throughline/records';
import { type Entry, holdsDetailsOf } from '../case-file/entry';
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

/** A home of the past, told later: where somebody lives since is as it was. */
const note = ({ homes }: Lived, home: Home): void => {
  const isLast = homes.at(-1)?.to !== undefined;
  homes.splice(isLast ? homes.length : -1, 0, home);
};

const live = (lived: Lived, entry: Entry, person: PersonFile): void => {
  const { homes, guarded } = lived;
  const day = londonDay(entry.time);
  if (entry.type === safeAccommodationPlaced.type) leave(lived, day);
  for (const [ref, { address }] of entry.details) {
    if (!person.has(ref) || address === undefined) continue;
    const key = homeKey(address);
    const { from = day, to } = address;
    const isPast = to !== undefined && to <= day;
    const last = homes.at(-1);
    if (key === undefined || guarded.has(key)) {
      if (!isPast) leave(lived, day);
    } else if (last?.key === key && last.to === undefined && (to === undefined || to > last.from)) {
      if (to !== undefined) leave(lived, to);
    } else {
      const home = { key, from, ...(to === undefined ? {} : { to }) };
      if (isPast) note(lived, home);
      else {
        leave(lived, from);
        homes.push(home);
      }
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

const livedBy = keptUp<Lived, PersonFile>({
  about: (entry, person) =>
    entry.type === safeAccommodationPlaced.type || holdsDetailsOf(entry, person, ({ address }) => address !== undefined),
  begin: (before) => ({ told: [], guarded: new Set([undefined]), homes: [], moves: (before?.moves ?? 0) + 1 }),
  take: (lived, entry, person) => {
    lived.told.push(entry);
    const fresh = guardedBy(entry, person).filter((place) => !lived.guarded.has(place));
    for (const place of fresh) lived.guarded.add(place);
    if (fresh.length > 0) lived.moves += 1;
    if (lived.homes.some(({ key }) => fresh.includes(key))) {
      lived.homes = [];
      for (const each of lived.told) live(lived, each, person);
    } else live(lived, entry, person);
  },
});

/**
 * Every home of a person, in order of being recorded. A home ends when it says so, or on the day a different one is recorded, but for
 * one that was over by then; a placement in safe accommodation ends every home before it and is none itself.
 */
export const homesOf = (file: PersonFile): readonly Home[] => livedBy(file).homes;

/** Whether any record of a person calls a place sensitive, shared or safe: it joins nobody, though others forget to say so. */
export const isGuarded = (file: PersonFile, place: string): boolean => livedBy(file).guarded.has(place);

/** Grows whenever the homes of a person, or which of them join nobody, may have changed. */
export const movesOf = (file: PersonFile): number => livedBy(file).moves;

/** The home in which a person lives on a day, as far as it is known. */
export const homeOn = (file: PersonFile, day: string): Home | undefined =>
  homesOf(file).findLast((home) => home.from <= day && (home.to === undefined || day < home.to));
