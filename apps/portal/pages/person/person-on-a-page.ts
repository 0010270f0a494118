import { inWords } from '@throughline/records';
import type { Settings } from '@throughline/projections';
import type { DetailsView, PersonView } from '../../api';
import { agencyName, fieldInWords, sentence } from '../words/codes';
import { dayInWords } from '../words/dates';

/** One year of incidents, and how long its bar is of 100. */
export interface YearOfIncidents {
  readonly year: string;
  readonly count: number;
  readonly share: number;
}

export interface HeldField {
  readonly term: string;
  readonly value: string;
  /** Another agency says otherwise. */
  readonly differs: boolean;
}

export interface HeldBy {
  readonly agency: string;
  readonly recordedAt: string;
  readonly fields: readonly HeldField[];
}

/** A person's page as it is shown: codes in words, agencies by their names. */
export interface PersonOnAPage extends Omit<PersonView, 'details' | 'flags' | 'relationships' | 'protectionOrders' | 'discrepancies'> {
  readonly details: readonly HeldBy[];
  readonly discrepancies: readonly {
    readonly field: string;
    readonly values: readonly { readonly agency: string; readonly value: string }[];
  }[];
  readonly flags: readonly {
    readonly flag: string;
    readonly agency: string;
    readonly placedAt: string;
    readonly expiresOn: string | null;
  }[];
  readonly relationships: readonly { readonly person: string; readonly said: string; readonly agency: string }[];
  readonly orders: readonly {
    readonly order: string;
    readonly status: string;
    readonly inForce: boolean;
    readonly protects: string;
    readonly against: string;
    readonly expiresOn: string | null;
  }[];
  /** Whether the marker of a MARAC hearing stands at the page's time. */
  readonly maracMarked: boolean;
  readonly years: readonly YearOfIncidents[];
}

const FLAGS: Readonly<Record<string, string>> = { 'address-marker': 'Address marker', 'gold-flag': 'Gold flag' };

const DISPUTED: Readonly<Record<string, readonly string[]>> = { name: ['given', 'family'], dateOfBirth: ['dateOfBirth'], sex: ['sex'] };

const isDay = (text: string): boolean => /^\d{4}(-\d\d(-\d\d)?)?$/.test(text);

/** A value of a person's details in words; an address in one line. */
const valueInWords = (name: string, value: unknown): string => {
  if (value === 'sealed') return 'Held, sealed';
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  if (typeof value === 'string') return name.startsWith('date') || name.endsWith('On') ? (isDay(value) ? dayInWords(value) : value) : value;
  if (typeof value === 'number') return String(value);
  if (Array.isArray(value)) return value.map((each) => valueInWords(name, each)).join(', ');
  if (typeof value !== 'object' || value === null) return '';
  const { lines, postcode, uprn, from, to } = value as { readonly lines?: readonly string[] } & Readonly<
    Record<string, string | undefined>
  >;
  const since = [from === undefined ? [] : `from ${dayInWords(from)}`, to === undefined ? [] : `to ${dayInWords(to)}`].flat().join(' ');
  return [...(lines ?? []), postcode ?? [], uprn === undefined ? [] : `UPRN ${uprn}`, since === '' ? [] : since].flat().join(', ');
};

const heldBy = ({ agency, recordedAt, ...fields }: DetailsView, disputed: ReadonlySet<string>, settings: Settings): HeldBy => ({
  agency: agencyName(settings, agency),
  recordedAt,
  fields: Object.entries(fields).map(([name, value]) => ({
    term: name === 'given' ? 'First names' : name === 'family' ? 'Last name' : fieldInWords(name),
    value: name === 'sex' ? sentence(inWords(String(value))) : valueInWords(name, value),
    differs: disputed.has(name),
  })),
});

const yearsOf = (byYear: Readonly<Record<string, number>>): readonly YearOfIncidents[] => {
  const years = Object.keys(byYear)
    .map(Number)
    .sort((one, other) => one - other);
  const [first, last] = [years[0], years.at(-1)];
  if (first === undefined || last === undefined) return [];
  const most = Math.max(...Object.values(byYear), 1);
  return Array.from({ length: last - first + 1 }, (_, place) => {
    const year = String(first + place);
    const count = byYear[year] ?? 0;
    return { year, count, share: Math.round((100 * count) / most) };
  });
};

export const personOnAPage = (person: PersonView, settings: Settings): PersonOnAPage => {
  const nameOf = (code: string): string => agencyName(settings, code);
  const disputed = new Set(person.discrepancies.flatMap(({ field }) => DISPUTED[field] ?? [field]));
  const { protectionOrders, ...rest } = person;
  return {
    ...rest,
    leadAgency: person.leadAgency === null ? null : nameOf(person.leadAgency),
    involvedAgencies: person.involvedAgencies.map(({ agency, since }) => ({ agency: nameOf(agency), since })),
    details: person.details.map((details) => heldBy(details, disputed, settings)),
    discrepancies: person.discrepancies.map(({ field, values }) => ({
      field: fieldInWords(field),
      values: values.map(({ agency, value }) => ({ agency: nameOf(agency), value: valueInWords(field, value) })),
    })),
    flags: person.flags.map(({ flag, agency, placedAt, expiresOn }) => ({
      flag: FLAGS[flag] ?? sentence(inWords(flag)),
      agency: nameOf(agency),
      placedAt,
      expiresOn,
    })),
    relationships: person.relationships.map(({ kind, from, to, person: other, until, agency }) => ({
      person: other,
      said: `${from} is ${inWords(kind)} ${to}${until === null ? '' : `, until ${dayInWords(until)}`}`,
      agency: nameOf(agency),
    })),
    orders: protectionOrders.map(({ order, status, inForce, protects, against, expiresOn }) => ({
      order: sentence(inWords(order)),
      status: sentence(inWords(status)),
      inForce,
      protects: protects.join(', '),
      against,
      expiresOn,
    })),
    maracMarked: person.marac.markerUntil !== null && person.marac.markerUntil >= person.asAt.slice(0, 10),
    years: yearsOf(person.incidentsByYear),
  };
};
