import { inWords } from '@throughline/records';
import { fieldInWords, sentence } from '../words/codes';
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

/** Text that people wrote stays as they wrote it; codes and dates become words. */
const inPlainWords = (value: unknown): string => {
  if (value === 'sealed') return 'Held, sealed';
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') {
    if (DAY.test(value)) return dayInWords(value);
    if (MOMENT.test(value)) return momentInWords(value);
    return CODE.test(value) ? sentence(inWords(value)) : value;
  }
  if (Array.isArray(value))
    return value.length === 0 ? 'None' : value.map(inPlainWords).join(value.some((each) => typeof each === 'object') ? '; ' : ', ');
  if (typeof value !== 'object' || value === null) return '';
  return Object.entries(value)
    .map(([name, part]) => `${fieldInWords(name)}: ${inPlainWords(part)}`)
    .join(', ');
};

const objectOf = (data: unknown): Readonly<Record<string, unknown>> =>
  typeof data === 'object' && data !== null ? (data as Readonly<Record<string, unknown>>) : {};

/** The fields of a record's data in words, without those that the entry shows in another way. */
export const fieldsInWords = (data: unknown): readonly FieldInWords[] =>
  Object.entries(objectOf(data))
    .filter(([name]) => !ELSEWHERE.has(name))
    .map(([name, value]) => ({ term: fieldInWords(name), value: inPlainWords(value) }));

export const narrativeOf = (data: unknown): string | undefined => {
  const { narrative } = objectOf(data);
  return typeof narrative === 'string' && narrative.trim() !== '' ? narrative : undefined;
};

/** Who is in a record: `police:N-1042 (victim)`. */
export const peopleIn = (data: unknown): readonly string[] => {
  const { people } = objectOf(data);
  return (Array.isArray(people) ? people : []).flatMap((person) => {
    const { ref, role } = objectOf(person);
    return typeof ref === 'string' && typeof role === 'string' ? `${ref} (${inWords(role)})` : [];
  });
};
