import { Problem } from '@throughline/platform';
import type { Expected, Target } from '../publishing/expected';
import { placeText } from '../publishing/record-place';
import { recordsOfBatch } from './records-in-body';

/** Part of a file that is to be imported, and the records of the lines before it that this part corrects or retracts. */
export interface ImportCheck {
  readonly records: readonly unknown[];
  readonly expected: Expected;
}

const unusable = (): Problem =>
  new Problem(422, 'a check is { "records": [ … ], "earlier": [ { "partnership", "source", "id", "type", "agency", "subject" } ] }');

const textOf = (fields: object, name: string): string => {
  const value: unknown = Reflect.get(fields, name);
  if (typeof value !== 'string') throw unusable();
  return value;
};

const expectedRecord = (value: unknown): readonly [string, Target] => {
  if (typeof value !== 'object' || value === null) throw unusable();
  const place = { partnership: textOf(value, 'partnership'), source: textOf(value, 'source'), id: textOf(value, 'id') };
  return [placeText(place), { type: textOf(value, 'type'), agency: textOf(value, 'agency'), subject: textOf(value, 'subject') }];
};

/** Reads the body of a check. Fails with a 422 problem. */
export const importCheckIn = (body: unknown): ImportCheck => {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) throw unusable();
  const records: unknown = Reflect.get(body, 'records');
  const earlier: unknown = Reflect.get(body, 'earlier') ?? [];
  if (!Array.isArray(earlier)) throw unusable();
  return { records: recordsOfBatch(records), expected: new Map(earlier.map(expectedRecord)) };
};
