import type { RefToken } from '@throughline/kernel';
import {
  type Address,
  type CommonData,
  type Person,
  type PersonDetails,
  type Recorded,
  type RecordKey,
  recordTypeOf,
} from '@throughline/records';

/** What a correction or a retraction did to a record, and which record did it. */
export interface Amendment {
  readonly kind: 'corrected' | 'retracted';
  readonly by: RecordKey;
  /** Log time of the amending record. */
  readonly at: number;
  readonly index: number;
}

/**
 * One record as the fold keeps it: its newest content, where it stands in the log, and what was opened of it in memory
 * so that people can be matched and a household found. Entries are never changed, only replaced.
 */
export interface Entry<Data extends CommonData = CommonData> extends Recorded<Data> {
  /** Its dense number in the partnership's ledger: the order in which everything is judged. */
  readonly index: number;
  readonly position: number;
  /** Log time when it was applied; deadlines count from here. */
  readonly logTime: number;
  /** The type as it was published, where that is a former version; `type` and `data` are the newest. */
  readonly publishedAs?: string;
  /** Opened details by reference, as far as their keys still exist. */
  readonly details: ReadonlyMap<RefToken, PersonDetails>;
  /** The opened address of a tenancy, an allocation, a placement or a police flag, as it was published. */
  readonly address?: Address;
  readonly amendment?: Amendment;
}

export const keyText = (key: RecordKey): string => `${key.source} ${key.id}`;

export const sameRecord = (one: RecordKey, other: RecordKey): boolean => one.source === other.source && one.id === other.id;

/** Order of happening; of what happened at the same moment, order of the log. */
export const inTime = (one: Entry, other: Entry): number => one.time - other.time || one.index - other.index;

export const refsOf = (entry: Recorded): readonly RefToken[] => entry.data.people.map((person) => person.ref as RefToken);

/** Everyone whom a record names anywhere: its people first, then those of its relationships, then whoever an order protects and the like. */
export const everyoneIn = (entry: Pick<Recorded, 'type' | 'data'>): readonly RefToken[] => {
  const everyone = new Set<string>();
  for (const { ref } of (entry.data.people as CommonData['people'] | undefined) ?? []) everyone.add(ref);
  for (const { from, to } of entry.data.relationships ?? []) everyone.add(from).add(to);
  recordTypeOf(entry.type)?.everyRef(entry.data, (ref) => everyone.add(ref).size > 0);
  return [...everyone] as RefToken[];
};

/** Whether a record holds details of a person, such that something is so of them. */
export const holdsDetailsOf = (
  { details }: Entry,
  person: { has(ref: string): boolean },
  such: (held: PersonDetails) => boolean = () => true,
): boolean => {
  for (const [ref, held] of details) if (person.has(ref) && such(held)) return true;
  return false;
};

export const peopleOf = (entry: Recorded, role: Person['role']): readonly RefToken[] =>
  entry.data.people.filter((person) => person.role === role).map((person) => person.ref as RefToken);
