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

/** What a word says, however it is typed: capitals, kinds of apostrophe and blanks are no other name. */
const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .replaceAll(/[\u2018\u2019\u02BC`]/g, "'")
    .replaceAll(/\s+/g, ' ')
    .trim()
    .toLowerCase();

const differentText = (one = '', other = ''): boolean => plain(one) !== '' && plain(other) !== '' && plain(one) !== plain(other);

/** A year, or a year and month, agrees with every date in it. */
const differentBirth = (one: string | undefined, other: string | undefined): boolean =>
  one !== undefined && other !== undefined && !one.startsWith(other) && !other.startsWith(one);

const sexOf = ({ sex }: PersonDetails): string | undefined => (sex === 'not-known' ? undefined : sex);

const compared: readonly Compared[] = [
  {
    field: 'name',
    value: (details) => nameOf(details) || undefined,
    differ: (one, other) => differentText(one.given, other.given) || differentText(one.family, other.family),
  },
  {
    field: 'dateOfBirth',
    value: ({ dateOfBirth }) => dateOfBirth,
    differ: (one, other) => differentBirth(one.dateOfBirth, other.dateOfBirth),
  },
  { field: 'sex', value: sexOf, differ: (one, other) => differentText(sexOf(one), sexOf(other)) },
];

/** Where agencies disagree about who a person is: a capital is no difference, one letter is. */
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
