import { formatInstant } from '@throughline/kernel';
import type { CommonData, Relationship } from '@throughline/records';
import type { Kind } from '../agencies/habits';
import type { Family, Individual } from '../people/family';
import type { Held } from './held';
import type { MadeRecord, Told } from './told';

/** Whose records are written out. */
interface Whose {
  readonly family: Family;
  readonly held: Held;
  readonly partnership: string;
  ref(kind: Kind, individual: Individual): string;
}

/** People as one agency names them, with details for those whom it tells of anew. */
const people = (life: Whose, { kind, cast, details }: Told): CommonData['people'] =>
  cast.map(([individual, role]) => {
    const spelling = details.get(individual);
    const ref = life.ref(kind, individual);
    return { ref, role, ...(spelling === undefined ? {} : { details: life.held.details(kind, individual, spelling) }) };
  });

const relationships = (life: Whose, { kind, cast, details }: Told): Relationship[] => {
  if (details.size === 0) return [];
  const { victim, children, posingRisk, bond } = life.family;
  const there = new Set(cast.map(([individual]) => individual));
  if (!there.has(victim)) return [];
  const from = life.ref(kind, victim);
  return [
    ...children.filter((child) => there.has(child)).map((child) => ({ from, to: life.ref(kind, child), kind: 'parent-of' as const })),
    ...posingRisk
      .filter((person) => there.has(person))
      .map((person) => ({
        from,
        to: life.ref(kind, person),
        kind: bond,
        ...(bond === 'ex-partner-of' ? { inContact: person.place % 2 === 1 } : {}),
      })),
  ];
};

/** What a record says of its people, and whatever else is said. */
export const dataOf = (life: Whose, told: Told, said: object): Readonly<Record<string, unknown>> & CommonData => {
  const related = relationships(life, told);
  return { people: people(life, told), ...(related.length === 0 ? {} : { relationships: related }), ...said };
};

/** The record as its agency publishes it. */
export const writtenOut = (life: Whose, told: Told): MadeRecord => ({
  specversion: '1.0',
  id: told.id,
  source: told.source,
  type: told.type,
  subject: life.ref(told.kind, told.cast[0][0]),
  time: formatInstant(told.at),
  recordedtime: formatInstant(told.recordedAt),
  partnership: life.partnership,
  datacontenttype: 'application/json',
  data: dataOf(life, told, told.said),
});
