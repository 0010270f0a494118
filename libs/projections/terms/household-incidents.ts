import { addDays, type Day, londonDay } from '@throughline/kernel';
import { type childNotificationSubmitted, is, policeIncidentRecorded, recordRetracted } from '@throughline/records';
import type { CaseFile } from '../case-file/case-file';
import { type Entry, keyText, refsOf, sameRecord } from '../case-file/entry';
import type { PersonFile } from '../case-file/person-file';
import { type Incident, incidentDay, incidentsOf } from './incidents';
import { victimsOf } from './victims';

/** The incidents of all these people as victims, in order; one that several of them suffered stands once. */
export const incidentsAmong = (members: readonly PersonFile[]): readonly Incident[] => {
  const all = members
    .flatMap((member) => incidentsOf(member))
    .sort((one, other) => (one.day < other.day ? -1 : one.day > other.day ? 1 : 0));
  const incidents: { day: Day; records: Entry[] }[] = [];
  for (const { day, records } of all) {
    const last = incidents.at(-1);
    if (last !== undefined && day <= addDays(last.day, 1)) {
      const known = new Set(last.records.map(keyText));
      last.records.push(...records.filter((record) => !known.has(keyText(record))));
    } else incidents.push({ day, records: [...records] });
  }
  return incidents;
};

/**
 * The incidents before the one that a notification is about: it is the one whose number it gives, else one on its own day
 * or the day before.
 */
export const incidentsBefore = (
  members: readonly PersonFile[],
  notification: Entry<(typeof childNotificationSubmitted)['Data']>,
): readonly Incident[] => {
  const { incidentNumber } = notification.data;
  const isAbout = (entry: Entry): boolean =>
    incidentNumber !== undefined && is(policeIncidentRecorded, entry) && entry.data.incidentNumber === incidentNumber;
  const all = incidentsAmong(members);
  const own = all.find(({ records }) => records.some(isAbout));
  const until = own?.day ?? addDays(londonDay(notification.time), -1);
  return all.filter(({ day }) => day < until);
};

/** What else reports the incident of a record, about any of its victims: the same incident whoever reports it. */
export const reportsBeside = (report: Entry, file: CaseFile): readonly Entry[] => {
  const day = incidentDay(report);
  if (day === undefined) return [];
  const same = [...victimsOf(report, file).keys()].flatMap((victim) =>
    incidentsOf(victim).filter(
      ({ day: first, records }) =>
        records.some((record) => sameRecord(record, report)) || (first >= addDays(day, -1) && first <= addDays(day, 1)),
    ),
  );
  const found = new Map(same.flatMap(({ records }) => records).map((record) => [keyText(record), record] as const));
  return [...found.values()].filter((record) => !sameRecord(record, report)).sort((one, other) => one.index - other.index);
};

/**
 * The report of an incident that still stands when another report of it was retracted, as far as it is about the same people;
 * undefined for any other record, or where none does.
 */
export const reportLeft = (retraction: Entry, file: CaseFile): Entry | undefined => {
  if (!is(recordRetracted, retraction)) return undefined;
  const retracted = file.person.entry(retraction.data.retracts);
  const left = retracted === undefined ? undefined : reportsBeside(retracted, file)[0];
  if (retracted === undefined || left === undefined) return undefined;
  // Nobody else whom it names need be at hand, and who was told of them is told still.
  const same = refsOf(retracted).map((ref) => file.fileOf(ref));
  return { ...left, data: { ...left.data, people: left.data.people.filter(({ ref }) => same.some((person) => person.has(ref))) } };
};
