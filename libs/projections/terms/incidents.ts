import { addDays, londonDay, startOfDay } from '@throughline/kernel';
import {
  abuseDisclosed,
  healthDisclosureRecorded,
  is,
  orderBreached,
  policeIncidentRecorded,
  type Recorded,
  type RecordType,
} from '@throughline/records';
import type { Entry } from '../case-file/entry';
import type { PersonFile } from '../case-file/person-file';

/** One incident: what happened to a victim on one day, by every agency that reported it, the earliest record first. */
export interface Incident {
  readonly day: string;
  readonly records: readonly Entry[];
}

/** The day of the incident that a record reports, or undefined where it reports none. */
export const incidentDay = (record: Recorded): string | undefined => {
  if (is(policeIncidentRecorded, record)) return record.data.domesticAbuse === false ? undefined : londonDay(record.time);
  if (is(abuseDisclosed, record) || is(healthDisclosureRecorded, record)) return record.data.incidentOn;
  if (is(orderBreached, record)) return record.data.breachedOn;
  return undefined;
};

const sources: readonly RecordType[] = [policeIncidentRecorded, abuseDisclosed, healthDisclosureRecorded, orderBreached];

/**
 * A victim's incidents, in order: one per victim and day, plus or minus one day, whoever reports it (safeguards.md, Terms).
 * What was reported of the day after the first day of an incident belongs to it; a third day begins another.
 */
export const incidentsOf = (victim: PersonFile): readonly Incident[] => {
  const known = counted.get(victim);
  if (known?.revision === victim.revision) return known.incidents;
  const incidents = countIncidents(victim);
  counted.set(victim, { revision: victim.revision, incidents });
  return incidents;
};

const counted = new WeakMap<PersonFile, { readonly revision: number; readonly incidents: readonly Incident[] }>();

const countIncidents = (victim: PersonFile): readonly Incident[] => {
  const reports = sources
    .flatMap((definition) => victim.of(definition))
    .filter((entry) => entry.data.people.some((named) => named.role === 'victim' && victim.has(named.ref)))
    .flatMap((entry) => {
      const day = incidentDay(entry);
      return day === undefined ? [] : [{ day, entry }];
    })
    .sort((one, other) => (one.day < other.day ? -1 : one.day > other.day ? 1 : one.entry.index - other.entry.index));
  const incidents: { day: string; records: Entry[] }[] = [];
  for (const { day, entry } of reports) {
    const last = incidents.at(-1);
    if (last !== undefined && day <= addDays(last.day, 1)) last.records.push(entry);
    else incidents.push({ day, records: [entry] });
  }
  return incidents;
};

/** Incidents that happened after `from` and no later than `to`, both days included at their far end: `(from, to]`. */
export const incidentsBetween = (victim: PersonFile, from: string, to: string): readonly Incident[] =>
  incidentsOf(victim).filter((incident) => incident.day > from && incident.day <= to);

export const incidentsByYear = (victim: PersonFile, at: number): Readonly<Record<string, number>> => {
  const years: Record<string, number> = {};
  for (const incident of incidentsOf(victim)) {
    if (startOfDay(incident.day) > at) continue;
    const year = incident.day.slice(0, 4);
    years[year] = (years[year] ?? 0) + 1;
  }
  return years;
};
