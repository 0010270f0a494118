import type { PersonDetails } from '@throughline/records';
import type { Entry } from '../case-file/entry';
import type { PersonFile } from '../case-file/person-file';
import { type Discrepancy, discrepanciesIn } from '../person/discrepancies';

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

/** Each agency's standing details of a person; what it said last holds, since the record that first said so. */
export const heldByAgency = (person: PersonFile): readonly HeldByAgency[] => {
  const held = new Map<string, { details: PersonDetails; said: Map<keyof PersonDetails, Entry> }>();
  const telling = person.standing().filter((entry) => entry.agency !== '' && [...entry.details.keys()].some((ref) => person.has(ref)));
  for (const entry of telling.sort((one, other) => saidAt(one) - saidAt(other))) {
    const own = held.get(entry.agency) ?? { details: {}, said: new Map<keyof PersonDetails, Entry>() };
    held.set(entry.agency, own);
    for (const [ref, details] of entry.details) {
      if (!person.has(ref)) continue;
      for (const part of PARTS) if (details[part] !== undefined && details[part] !== own.details[part]) own.said.set(part, entry);
      own.details = { ...own.details, ...details };
    }
  }
  return [...held].map(([agency, own]) => ({ agency, ...own }));
};

/** Two agencies that hold something different of one person: the fields, and the records that say so. */
export interface Disagreement {
  readonly agencies: readonly [string, string];
  readonly fields: readonly Discrepancy['field'][];
  readonly records: readonly Entry[];
}

const partsOf = (field: Discrepancy['field']): readonly (keyof PersonDetails)[] => (field === 'name' ? ['given', 'family'] : [field]);

/** Every two agencies that hold a different name, date of birth or sex of a person. */
export const disagreementsAbout = (person: PersonFile): readonly Disagreement[] => {
  const held = heldByAgency(person);
  return held.flatMap((one, place) =>
    held.slice(place + 1).flatMap((other): Disagreement[] => {
      const fields = discrepanciesIn([one, other]).map(({ field }) => field);
      if (fields.length === 0) return [];
      const parts = fields.flatMap(partsOf).filter((part) => one.details[part] !== other.details[part]);
      const records = [one, other].flatMap(({ said }) => parts.flatMap((part) => said.get(part) ?? []));
      return [{ agencies: [one.agency, other.agency], fields, records: [...new Set(records)] }];
    }),
  );
};
