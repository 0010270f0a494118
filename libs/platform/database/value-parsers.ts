import { types } from 'pg';

const INT8 = 20;
const DATE = 1082;
const INT8_ARRAY = 1016;
const DATE_ARRAY = 1182;
const TEXT_ARRAY = 1009;

/** The driver's own parsers, for any type: its typings list the built-in types without their arrays. */
const parserOf = types.getTypeParser as (oid: number, format: 'text' | 'binary') => (text: string) => unknown;

const parseTexts = parserOf(TEXT_ARRAY, 'text') as (text: string) => readonly (string | null)[];

/**
 * How values arrive where the driver's own way would harm: a date stays the text that it is (as a local midnight a date of
 * birth moves by a day), and a 64-bit integer, `count(*)` among them, is a `bigint` rather than text.
 */
const parsers: ReadonlyMap<number, (text: string) => unknown> = new Map<number, (text: string) => unknown>([
  [INT8, BigInt],
  [DATE, (text) => text],
  [INT8_ARRAY, (text) => parseTexts(text).map((item) => (item === null ? null : BigInt(item)))],
  [DATE_ARRAY, parseTexts],
]);

/** For `pg`'s `types` option: in force for one pool, so that no other user of the driver is surprised. */
export const valueParsers: { getTypeParser: typeof types.getTypeParser } = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
    (format !== 'binary' ? parsers.get(oid) : undefined) ?? parserOf(oid, format ?? 'text')) as typeof types.getTypeParser,
};
