import { londonDay, parseInstant } from '@throughline/kernel';
import type { Settings } from '@throughline/projections';
import { inWords } from '@throughline/records';
import type { PersonView, RelationshipView } from '../../api';
import { agencyName, refInWords, sentence } from '../words/codes';
import { dayInWords } from '../words/dates';
import { type HeldField, heldFields } from './held-details';

/** One year of incidents, and how long its bar is of 100. */
export interface YearOfIncidents {
  readonly year: string;
  readonly count: number;
  readonly share: number;
}

interface RelationshipInWords {
  /** The other person's id, and one of their references. */
  readonly person: string;
  readonly ref: string;
  readonly words: string;
  readonly agency: string;
}

interface OrderInWords {
  readonly words: string;
  readonly status: string;
  readonly inForce: boolean;
}

/** A person's page as it is shown: codes in words, agencies by their names. */
export interface PersonOnAPage extends Omit<PersonView, 'details' | 'relationships' | 'protectionOrders' | 'discrepancies'> {
  readonly fields: readonly HeldField[];
  readonly disputes: number;
  readonly relationships: readonly RelationshipInWords[];
  readonly orders: readonly OrderInWords[];
  /** Whether the marker of a MARAC hearing stands at the page's time. */
  readonly maracMarked: boolean;
  readonly years: readonly YearOfIncidents[];
}

const KINDS: Readonly<Record<string, string>> = { 'lives-with': 'Lives with' };

const relationshipInWords = (
  { kind, from, to, person, since, until, agency }: RelationshipView,
  own: ReadonlySet<string>,
  settings: Settings,
): RelationshipInWords => {
  const isFrom = own.has(from);
  const words = kind === 'parent-of' && !isFrom ? 'Child of' : (KINDS[kind] ?? sentence(inWords(kind)));
  const span = [since === null ? [] : `since ${dayInWords(since)}`, until === null ? [] : `until ${dayInWords(until)}`].flat().join(', ');
  return { person, ref: isFrom ? to : from, words, agency: [agencyName(settings, agency), ...(span === '' ? [] : [span])].join(', ') };
};

const orderInWords = ({ order, status, inForce, protects, against, expiresOn }: PersonView['protectionOrders'][number]): OrderInWords => {
  const name = /^[a-z]+$/.test(order) && inWords(order) === order ? `${sentence(order)} order` : sentence(inWords(order));
  const end = expiresOn === null ? '' : `, until ${dayInWords(expiresOn)}`;
  return {
    words: `${name}, protects ${protects.map(refInWords).join(' and ')} from ${refInWords(against)}${end}`,
    status: sentence(inWords(status)),
    inForce,
  };
};

/** Every year from the first to the last with an incident; one without any is a bar of no length, not left out. */
const yearsOf = (byYear: Readonly<Record<string, number>>): readonly YearOfIncidents[] => {
  const years = Object.keys(byYear).map(Number);
  if (years.length === 0) return [];
  const [first, last] = [Math.min(...years), Math.max(...years)];
  const most = Math.max(...Object.values(byYear), 1);
  return Array.from({ length: last - first + 1 }, (_, place) => {
    const year = String(first + place);
    const count = byYear[year] ?? 0;
    return { year, count, share: Math.round((100 * count) / most) };
  });
};

export const personOnAPage = (person: PersonView, settings: Settings): PersonOnAPage => {
  const { details, discrepancies, protectionOrders, ...rest } = person;
  const nameOf = (code: string): string => agencyName(settings, code);
  const own = new Set(person.refs);
  return {
    ...rest,
    leadAgency: person.leadAgency === null ? null : nameOf(person.leadAgency),
    involvedAgencies: person.involvedAgencies.map(({ agency, since }) => ({ agency: nameOf(agency), since })),
    fields: heldFields(details, discrepancies, settings),
    disputes: discrepancies.length,
    flags: person.flags.map((flag) => ({ ...flag, flag: sentence(inWords(flag.flag)), agency: nameOf(flag.agency) })),
    relationships: person.relationships.map((relationship) => relationshipInWords(relationship, own, settings)),
    orders: protectionOrders.map(orderInWords),
    maracMarked: person.marac.markerUntil !== null && person.marac.markerUntil >= londonDay(parseInstant(person.asAt) ?? 0),
    years: yearsOf(person.incidentsByYear),
  };
};
