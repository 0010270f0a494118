import type { PersonDetails } from '@throughline/records';
import { type HeldDetails, nameOf } from './held-details';

/** A field in which two agencies' newest standing details differ, with what each of them holds. */
export interface Discrepancy {
  readonly field: 'name' | 'dateOfBirth' | 'sex';
  readonly values: readonly { readonly agency: string; readonly value: string }[];
}

interface Compared {
  readonly field: Discrepancy['field'];
  readonly value: (details: PersonDetails) => string | undefined;
  /** Whether two agencies say different things. What one of them does not say differs from nothing. */
  readonly differ: (one: PersonDetails, other: PersonDetails) => boolean;
}

/** Letters that Unicode does not take apart into a letter and an accent. */
const LETTERS: Readonly<Record<string, string>> = { ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', đ: 'd', ð: 'd', ħ: 'h', ł: 'l', þ: 'th', ı: 'i' };

/**
 * What a word says, however it is typed: capitals, accents, apostrophes, hyphens and blanks are no other name, for many systems hold
 * none of them (`O’Neill` and `ONEILL`, `Zoë` and `Zoe`).
 */
const plain = (text: string): string => (/^[a-z]*$/i.test(text) ? text.toLowerCase() : withoutMarks(text));

const withoutMarks = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[ßæœøđðħłþı]/g, (letter) => LETTERS[letter] ?? letter)
    .replaceAll(/[^\p{L}\p{N}]/gu, '');

const differentText = (one = '', other = ''): boolean =>
  one !== other && plain(one) !== '' && plain(other) !== '' && plain(one) !== plain(other);

/** Whether somebody goes by the name that another holds of them: who knows of both names disagrees with nobody. */
const isCalled = ({ otherNames = [] }: PersonDetails, other: PersonDetails): boolean =>
  otherNames.some((name) => plain(name) !== '' && plain(name) === plain(nameOf(other)));

/** A year, or a year and month, agrees with every date in it. */
const differentBirth = (one: string | undefined, other: string | undefined): boolean =>
  one !== undefined && other !== undefined && !one.startsWith(other) && !other.startsWith(one);

const sexOf = ({ sex }: PersonDetails): string | undefined => (sex === 'not-known' ? undefined : sex);

const compared: readonly Compared[] = [
  {
    field: 'name',
    value: (details) => nameOf(details) || undefined,
    differ: (one, other) =>
      (differentText(one.given, other.given) || differentText(one.family, other.family)) && !isCalled(one, other) && !isCalled(other, one),
  },
  {
    field: 'dateOfBirth',
    value: ({ dateOfBirth }) => dateOfBirth,
    differ: (one, other) => differentBirth(one.dateOfBirth, other.dateOfBirth),
  },
  { field: 'sex', value: sexOf, differ: (one, other) => differentText(sexOf(one), sexOf(other)) },
];

/** The fields in which two agencies hold something different. */
export const differingFields = (one: PersonDetails, other: PersonDetails): readonly Discrepancy['field'][] =>
  compared.filter(({ differ }) => differ(one, other)).map(({ field }) => field);

/** Where agencies disagree about who a person is: a capital or an accent is no difference, one letter is. */
export const discrepanciesIn = (held: readonly Pick<HeldDetails, 'agency' | 'details'>[]): readonly Discrepancy[] =>
  compared.flatMap(({ field, value, differ }) => {
    const disagree = held.some((one, place) => held.slice(place + 1).some((other) => differ(one.details, other.details)));
    if (!disagree) return [];
    const values = held.flatMap(({ agency, details }) => {
      const said = value(details);
      return said === undefined ? [] : [{ agency, value: said }];
    });
    return [{ field, values }];
  });
