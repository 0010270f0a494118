import type { Settings } from '@throughline/projections';
import { inWords } from '@throughline/records';
import { addressInWords } from '../words/address';
import { fieldInWords, refInWords, sentence } from '../words/codes';
import { dayInWords, momentInWords } from '../words/dates';

/** One field of a record as a practitioner reads it. */
export interface FieldInWords {
  readonly term: string;
  readonly value: string;
}

/** What the entry says of itself elsewhere: who it is about, its narrative, and what it corrects. */
const ELSEWHERE: ReadonlySet<string> = new Set(['people', 'relationships', 'narrative', 'replacement', 'corrects', 'retracts']);

const DAY = /^\d{4}-\d\d-\d\d$/;
const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d/;
const CODE = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;

/** Fields that hold what agencies number things by, and are read as they are. */
const IDENTIFIER = /^id$|Id$|Number$/;

/** Fields that name agencies by their codes. */
const AGENCIES: ReadonlySet<string> = new Set([
  'agency',
  'attended',
  'checked',
  'consulted',
  'contributions',
  'contributors',
  'invited',
  'listedBy',
  'of',
  'to',
  'who',
]);

type Agencies = Pick<Settings, 'agencies'>;

const codeInWords = (name: string, code: string, { agencies }: Agencies): string => {
  if (IDENTIFIER.test(name)) return code;
  const member = AGENCIES.has(name) ? agencies.find((agency) => agency.code === code) : undefined;
  return member?.name ?? (CODE.test(code) ? sentence(inWords(code)) : code);
};

/** Text that people wrote stays as they wrote it; codes and dates become words. */
const inPlainWords = (name: string, value: unknown, agencies: Agencies): string => {
  const address = addressInWords(value);
  if (address !== undefined) return address;
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') {
    if (DAY.test(value)) return dayInWords(value);
    return MOMENT.test(value) ? momentInWords(value) : codeInWords(name, value, agencies);
  }
  if (Array.isArray(value)) {
    const parts = value.map((each) => inPlainWords(name, each, agencies));
    return parts.length === 0 ? 'None' : parts.join(value.some((each) => typeof each === 'object') ? '\n' : ', ');
  }
  if (typeof value !== 'object' || value === null) return '';
  return Object.entries(value)
    .map(([part, said]) => `${fieldInWords(part)}: ${inPlainWords(part, said, agencies)}`)
    .join(', ');
};

const objectOf = (data: unknown): Readonly<Record<string, unknown>> =>
  typeof data === 'object' && data !== null ? (data as Readonly<Record<string, unknown>>) : {};

/** The fields of a record's data in words, without those that the entry shows in another way. */
export const fieldsInWords = (data: unknown, agencies: Agencies): readonly FieldInWords[] =>
  Object.entries(objectOf(data))
    .filter(([name]) => !ELSEWHERE.has(name))
    .map(([name, value]) => ({ term: fieldInWords(name), value: inPlainWords(name, value, agencies) }));

export const narrativeOf = (data: unknown): string | undefined => {
  const { narrative } = objectOf(data);
  return typeof narrative === 'string' && narrative.trim() !== '' ? narrative : undefined;
};

/** Who is in a record: `police:N-1042 (victim)`. */
export const peopleIn = (data: unknown): readonly string[] => {
  const { people } = objectOf(data);
  return (Array.isArray(people) ? people : []).flatMap((person) => {
    const { ref, role } = objectOf(person);
    return typeof ref === 'string' && typeof role === 'string' ? `${refInWords(ref)} (${inWords(role)})` : [];
  });
};
