import { endOfDay, startOfDay } from '@throughline/kernel';
import type { Settings } from '@throughline/projections';
import { versionsOf } from '@throughline/records';
import type { ChronologyAsked } from '../../api';
import type { FieldError } from '../rendering/page';
import { typesToChoose } from '../words/codes';
import { readTypedDay } from '../words/dates';

/** What a chronology is narrowed to, as it was typed. */
export interface Filters {
  readonly agency: string;
  readonly type: string;
  readonly from: string;
  readonly to: string;
  readonly asAt: string;
  readonly knownTo: string;
  readonly household: boolean;
  readonly order: 'asc' | 'desc';
}

type Query = Readonly<Record<string, unknown>>;

const LONGEST = 100;

const textIn = (query: Query, name: string): string => {
  const value = query[name];
  return typeof value === 'string' ? value.replaceAll('\0', '').trim().slice(0, LONGEST) : '';
};

export const filtersIn = (query: Query): Filters => ({
  agency: textIn(query, 'agency'),
  type: textIn(query, 'type'),
  from: textIn(query, 'from'),
  to: textIn(query, 'to'),
  asAt: textIn(query, 'asAt'),
  knownTo: textIn(query, 'knownTo'),
  household: textIn(query, 'household') === 'true',
  order: textIn(query, 'order') === 'asc' ? 'asc' : 'desc',
});

/** The filters as a query string, for the next page and for links. */
export const queryOf = (filters: Filters, more: Readonly<Record<string, string>> = {}): string => {
  const { household, order, ...texts } = filters;
  const given: Record<string, string> = Object.fromEntries(Object.entries(texts).filter(([, text]) => text !== ''));
  return new URLSearchParams({ ...given, ...(household ? { household: 'true' } : {}), order, ...more }).toString();
};

/** How many filters narrow it; the order does not. */
export const narrowing = ({ order: _order, household, ...texts }: Filters): number =>
  Object.values(texts).filter((text) => text !== '').length + (household ? 1 : 0);

const DATES = { from: 'The first date', to: 'The last date', asAt: 'The date of what was known' } as const;

/** What the filters ask for; a date that is none is said, and left out. */
export const readFilters = (
  filters: Filters,
  settings: Settings,
): { readonly asked: Omit<ChronologyAsked, 'id' | 'limit'>; readonly errors: readonly FieldError[] } => {
  const errors: FieldError[] = [];
  const day = (field: keyof typeof DATES): string | undefined => {
    if (filters[field] === '') return undefined;
    const read = readTypedDay(filters[field]);
    if (read === undefined) errors.push({ field, text: `${DATES[field]} must be a real date, like 27 3 2024` });
    return read;
  };
  const [from, to, asAt] = [day('from'), day('to'), day('asAt')];
  if (from !== undefined && to !== undefined && from > to)
    errors.push({ field: 'to', text: 'The last date must be the same as or after the first date' });
  const isMember = (code: string): boolean => settings.agencies.some((agency) => agency.code === code);
  const isType = typesToChoose().some(({ value }) => value === filters.type);
  return {
    errors,
    asked: {
      household: filters.household,
      order: filters.order,
      ...(from === undefined ? {} : { from: startOfDay(from) }),
      ...(to === undefined ? {} : { to: endOfDay(to) }),
      ...(asAt === undefined ? {} : { asAt: endOfDay(asAt) }),
      ...(isMember(filters.agency) ? { agencies: [filters.agency] } : {}),
      ...(isType ? { types: versionsOf(filters.type) } : {}),
      ...(isMember(filters.knownTo) ? { knownTo: filters.knownTo } : {}),
    },
  };
};
