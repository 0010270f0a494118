import { atLondon } from '@throughline/kernel';
import type { CommonData, Facets, Person, PersonDetails, RecordType, Relationship, Role } from '@throughline/records';
import { cast, type Name } from './cast';

/** How a story names somebody in a record: by name alone, or with another role or other details than usual. */
export type Named = Name | { readonly name: Name; readonly role?: Role; readonly details?: PersonDetails | 'none' };

/** What every builder of a record takes beside the data of its type. */
export interface Told {
  /** The agency that publishes it. */
  readonly by?: string;
  readonly people?: readonly Named[];
  readonly subject?: Name;
  readonly relationships?: readonly (readonly [Name, Relationship['kind'], Name, Partial<Relationship>?])[];
  /** When it is published, if not when it happened: `2024-03-04`, or `2024-03-04T16:00` London time. */
  readonly recorded?: string;
}

/** A record as an agency publishes it in a story. */
export interface Written {
  readonly definition: RecordType;
  readonly agency: string;
  readonly subject: string;
  readonly time: number;
  readonly recorded: number;
  readonly data: CommonData;
  /** What the hub found when it took the record in, beside what it finds in the record. */
  readonly facets?: Facets;
}

/** Stories happen at ten o'clock unless they say when. */
export const instantOf = (when: string): number => atLondon(when.slice(0, 10), when.length > 10 ? when.slice(11) : '10:00');

/** The day so many days after another. */

const personOf = (agency: string, named: Named): Person => {
  const { name, role, details } = typeof named === 'string' ? { name: named, role: undefined, details: undefined } : named;
  const held = details === 'none' ? undefined : { ...cast[name].details, ...details };
  return { ref: refOf(agency, name), role: role ?? cast[name].role, ...(held === undefined ? {} : { details: held }) };
};

export const refOf = (agency: string, name: Name): string => `${agency}:${name.replace(' ', '-')}`;

/** Makes a record of a type; its example gives no data, so that a story says all that it rests on. */
export const write = <Data extends CommonData>(
  definition: RecordType<Data>,
  agency: string,
  when: string,
  told: Told,
  data: Omit<Data, keyof CommonData> & Partial<CommonData>,
): Written => {
  const by = told.by ?? agency;
  const people = told.people ?? ['mother'];
  const first = people[0];
  const subject = told.subject ?? (typeof first === 'object' ? first.name : first) ?? 'mother';
  const relationships = (told.relationships ?? []).map(([from, kind, to, more]) => ({
    from: refOf(by, from),
    to: refOf(by, to),
    kind,
    ...more,
  }));
  return {
    definition,
    agency: by,
    subject: refOf(by, subject),
    time: instantOf(when),
    recorded: instantOf(told.recorded ?? when),
    data: {
      people: people.map((named) => personOf(by, named)),
      ...(relationships.length === 0 ? {} : { relationships }),
      ...data,
    },
  };
};

/** The correction of a record: what it says from then on, and since when. */
export const changed = (record: Written, data: object): Readonly<Record<string, unknown>> => {
  const next: Record<string, unknown> = { ...record.data, ...data };
  for (const [name, value] of Object.entries(next)) if (value === undefined) delete next[name];
  return next;
};
