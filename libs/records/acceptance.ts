import { agencyOfRef } from '@throughline/kernel';
import { catalogue } from './catalogue';
import { type RecordType, shortType } from './record-type';

/** A fault of a record: 403 where its publisher may not say this, 422 where it cannot be understood. The detail repeats no value. */
export interface RecordFault {
  readonly status: 403 | 422;
  /** RFC 6901, relative to the record as structured JSON. A missing field points at itself. */
  readonly pointer: string;
  readonly detail: string;
}

const definitions: ReadonlyMap<string, RecordType> = new Map(catalogue.map((definition) => [definition.type, definition]));

/** The definition of a type, or undefined where the catalogue has none. */
export const recordTypeOf = (type: string): RecordType | undefined => definitions.get(type);

const withoutVersion = (type: string): string => shortType(type).replace(/\.v\d+$/, '');

/** The types of a whole name or a short one; a short name without a version means every version. None where there is none. */
export const typesNamed = (name: string): readonly string[] =>
  catalogue.map(({ type }) => type).filter((type) => type === name || shortType(type) === name || withoutVersion(type) === name);

/** Every version of a type, itself among them. */
export const versionsOf = (type: string): readonly string[] => typesNamed(withoutVersion(type));

/** Families whose records may name any agency's references: their work is to speak across agencies. */
const ACROSS_AGENCIES: ReadonlySet<string> = new Set(['coordination', 'marac', 'record']);

export const mayNameAnyAgency = (type: string): boolean => ACROSS_AGENCIES.has(shortType(type).split('.')[0] ?? '');

const foreignRefs = (definition: RecordType, data: unknown, agency: string, prefix: string): readonly RecordFault[] => {
  const isOwn = (ref: string): boolean => ref.startsWith(`${agency}:`);
  if (definition.everyRef(data, isOwn)) return [];
  return definition
    .refs(data)
    .filter(({ ref }) => !isOwn(ref) && agencyOfRef(ref) !== undefined)
    .map(({ pointer }) => ({ status: 422, pointer: `${prefix}${pointer}`, detail: "must be a reference of the publishing agency's own" }));
};

interface Named {
  readonly ref?: unknown;
}

/** The references of a record's people, as far as they can be read. */
export const refsOfPeople = (data: unknown): readonly unknown[] => {
  const people: unknown = typeof data === 'object' && data !== null ? Reflect.get(data, 'people') : undefined;
  return Array.isArray(people) ? people.map((person: unknown) => (person as Named | null | undefined)?.ref) : [];
};

/** Two entries for one reference would leave open which of them holds. */
const repeatedPeople = (data: unknown, prefix: string): readonly RecordFault[] => {
  const refs = refsOfPeople(data);
  const met = new Set<unknown>();
  const faults: RecordFault[] = [];
  for (const [index, ref] of refs.entries()) {
    if (typeof ref === 'string' && met.has(ref)) {
      faults.push({ status: 422, pointer: `${prefix}/people/${index}/ref`, detail: 'is already among the people' });
    }
    met.add(ref);
  }
  return faults;
};

/** Every fault in the data of one type, published by one agency. */
export const dataFaults = (definition: RecordType, data: unknown, agency: string | undefined, prefix: string): readonly RecordFault[] => [
  ...definition.validate(data).map(({ pointer, detail }) => ({ status: 422 as const, pointer: `${prefix}${pointer}`, detail })),
  ...(agency === undefined || mayNameAnyAgency(definition.type) ? [] : foreignRefs(definition, data, agency, prefix)),
  ...repeatedPeople(data, prefix),
];

/**
 * Every fault in what a correction puts in place, once the corrected record and so its type is known.
 *
 * @param corrected the corrected record: its type, its agency, and the subject that must still be among the people
 */
export const replacementFaults = (
  replacement: unknown,
  corrected: { readonly type: string; readonly agency: string; readonly subject?: string },
  prefix = '/data/replacement',
): readonly RecordFault[] => {
  const definition = recordTypeOf(corrected.type);
  if (definition === undefined)
    return [{ status: 422, pointer: prefix, detail: 'replaces the data of a type that is not in the catalogue' }];
  const faults = dataFaults(definition, replacement, corrected.agency, prefix);
  return corrected.subject === undefined || refsOfPeople(replacement).includes(corrected.subject)
    ? faults
    : [...faults, { status: 422, pointer: `${prefix}/people`, detail: "must name the corrected record's subject" }];
};
