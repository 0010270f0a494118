import type { PersonDetails } from '@throughline/records';
import { type Entry, holdsDetailsOf } from '../case-file/entry';
import { keptUp } from '../case-file/kept-up';
import type { PersonFile } from '../case-file/person-file';
import { differingFields, type Discrepancy } from '../person/discrepancies';

/** The parts of a person's details by which agencies tell people apart. */
const PARTS = ['given', 'family', 'dateOfBirth', 'sex'] as const;

/** What an agency holds of a person now, and the records that first said each part of it as it stands. */
export interface HeldByAgency {
  readonly agency: string;
  readonly details: PersonDetails;
  readonly said: ReadonlyMap<keyof PersonDetails, Entry>;
}

/** When a record was last said to be so: a correction says it anew. */
const saidAt = (entry: Entry): number => entry.amendment?.index ?? entry.index;

interface Telling {
  /** Records that hold details of the person. */
  readonly told: Entry[];
  /** When the last of those that are counted was said, and whether one of before is still to be counted in its place. */
  last: number;
  late: boolean;
  held: Map<string, { details: PersonDetails; readonly said: Map<keyof PersonDetails, Entry> }>;
  /** What follows from what is held, until somebody says something else. */
  disagreements?: readonly Disagreement[] | undefined;
}

const hold = (telling: Telling, entry: Entry, person: PersonFile): void => {
  const own = telling.held.get(entry.agency) ?? { details: {}, said: new Map<keyof PersonDetails, Entry>() };
  telling.held.set(entry.agency, own);
  for (const [ref, details] of entry.details) {
    if (!person.has(ref)) continue;
    for (const part of PARTS) {
      if (details[part] === undefined || details[part] === own.details[part]) continue;
      own.said.set(part, entry);
      telling.disagreements = undefined;
    }
    if (details.otherNames !== undefined) telling.disagreements = undefined;
    own.details = { ...own.details, ...details };
  }
  telling.last = saidAt(entry);
};

const tellingOf = keptUp<Telling, PersonFile>({
  about: (entry, person) => entry.agency !== '' && holdsDetailsOf(entry, person),
  begin: () => ({ told: [], last: -1, late: false, held: new Map() }),
  take: (telling, entry, person) => {
    telling.told.push(entry);
    if (telling.late || saidAt(entry) < telling.last) telling.late = true;
    else hold(telling, entry, person);
  },
});

/** In the order in which it was said: where something came late, it is gone through anew. */
const toldInOrder = (person: PersonFile): Telling => {
  const telling = tellingOf(person);
  if (telling.late) {
    telling.told.sort((one, other) => saidAt(one) - saidAt(other));
    telling.held = new Map();
    telling.late = false;
    telling.disagreements = undefined;
    for (const entry of telling.told) hold(telling, entry, person);
  }
  return telling;
};

const heldIn = ({ held }: Telling): readonly HeldByAgency[] => [...held].map(([agency, { details, said }]) => ({ agency, details, said }));

/** Each agency's standing details of a person; what it said last holds, since the record that first said so. */
export const heldByAgency = (person: PersonFile): readonly HeldByAgency[] => heldIn(toldInOrder(person));

/** Two agencies that hold something different of one person: the fields, and the records that say so. */
export interface Disagreement {
  readonly agencies: readonly [string, string];
  readonly fields: readonly Discrepancy['field'][];
  readonly records: readonly Entry[];
}

const partsOf = (field: Discrepancy['field']): readonly (keyof PersonDetails)[] => (field === 'name' ? ['given', 'family'] : [field]);

/** Every two agencies that hold a different name, date of birth or sex of a person. */
export const disagreementsAbout = (person: PersonFile): readonly Disagreement[] => {
  const telling = toldInOrder(person);
  telling.disagreements ??= disagreementsBetween(heldIn(telling));
  return telling.disagreements;
};

const disagreementsBetween = (held: readonly HeldByAgency[]): readonly Disagreement[] => {
  return held.flatMap((one, place) =>
    held.slice(place + 1).flatMap((other): Disagreement[] => {
      const fields = differingFields(one.details, other.details);
      if (fields.length === 0) return [];
      const parts = fields.flatMap(partsOf).filter((part) => one.details[part] !== other.details[part]);
      const records = [one, other].flatMap(({ said }) => parts.flatMap((part) => said.get(part) ?? []));
      return [{ agencies: [one.agency, other.agency], fields, records: [...new Set(records)] }];
    }),
  );
};
