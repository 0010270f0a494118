import { addMonths, type Day, endOfDay, type Instant, londonDay } from '@throughline/kernel';
import { maracCaseListed, maracTransferReceived, maracTransferRequested } from '@throughline/records';
import type { Entry } from '../case-file/entry';
import type { PersonFile } from '../case-file/person-file';
import { isSubjectSide } from './involvement';
import { hearingsOf, markerMonths } from './marac';

/** What the hub knows of hearings of a case before an instant: here, and elsewhere as transfers tell of them. */
export interface HeardBefore {
  /** Meetings of this partnership that heard it. */
  readonly here: number;
  readonly lastOn?: Day;
  /** Hearings elsewhere, of which a transfer told. */
  readonly elsewhere: number;
  /** The records that show it, in order of happening. */
  readonly records: readonly Entry[];
}

/** Transfers of a case to another area's MARAC. */
export const transfersOut = (person: PersonFile) => person.of(maracTransferRequested).filter((entry) => isSubjectSide(person, entry));

/** Transfers of a case from another area's MARAC. */
export const transfersIn = (person: PersonFile) => person.of(maracTransferReceived).filter((entry) => isSubjectSide(person, entry));

export const heardBefore = (person: PersonFile, at: Instant): HeardBefore => {
  const hearings = hearingsOf(person).filter((hearing) => hearing.time < at);
  const meetings = [...new Set(hearings.map(({ data }) => data.meetingOn))].sort();
  const inward = transfersIn(person).filter((transfer) => transfer.time < at && transfer.data.timesHeard > 0);
  const outward = transfersOut(person).filter((transfer) => transfer.time < at && transfer.data.timesHeard > 0);
  const told = Math.max(0, ...outward.map(({ data }) => data.timesHeard));
  const lastOn = meetings.at(-1);
  return {
    here: Math.max(meetings.length, told),
    ...(lastOn === undefined ? {} : { lastOn }),
    elsewhere: inward.reduce((sum, { data }) => sum + data.timesHeard, 0),
    records: [...hearings, ...inward, ...outward].sort((one, other) => one.time - other.time || one.index - other.index),
  };
};

/**
 * The day until which agencies note that MARAC knows a person: twelve months after they were last listed for a meeting, heard at one,
 * or transferred here, as far as that happened by an instant. Undefined where it has passed, or they are not known to it.
 */
export const knownToMaracUntil = (person: PersonFile, at: Instant): { readonly until: Day; readonly by: Entry } | undefined => {
  const marks = [
    ...[...person.of(maracCaseListed).filter((entry) => isSubjectSide(person, entry)), ...hearingsOf(person)].map((entry) => ({
      day: entry.data.meetingOn,
      by: entry,
    })),
    ...transfersIn(person).map((entry) => ({ day: londonDay(entry.time), by: entry })),
  ].filter(({ by }) => by.time <= at);
  const last = marks.sort((one, other) => (one.day < other.day ? -1 : one.day > other.day ? 1 : one.by.index - other.by.index)).at(-1);
  if (last === undefined) return undefined;
  const until = addMonths(last.day, markerMonths);
  return at <= endOfDay(until) ? { until, by: last.by } : undefined;
};
