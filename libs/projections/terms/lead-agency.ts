import { caseClosed, caseOpened, involvementEnded, involvementStarted, leadAgencyNominated } from '@throughline/records';
import type { CaseFile } from '../case-file/case-file';
import type { Entry } from '../case-file/entry';
import type { PersonFile } from '../case-file/person-file';
import { isSubjectSide } from './involvement';
import { inTheirMatters } from './matters';

const after = (one: Entry, other: Entry): boolean => one.time > other.time || (one.time === other.time && one.index > other.index);

/** Whether an agency has ended its work with these people after a record, and has nothing of its own open with them. */
const hasLeft = (file: CaseFile, members: readonly PersonFile[], agency: string, since: Entry): boolean => {
  const by = <Of extends Entry>(entries: readonly Of[]): readonly Of[] => entries.filter((entry) => entry.agency === agency);
  const closures = by(inTheirMatters(file, members, caseClosed));
  const ends = by(inTheirMatters(file, members, involvementEnded));
  const same = (one: Entry, other: Entry): boolean =>
    one.subject === other.subject || members.some((member) => member.has(one.subject) && member.has(other.subject));
  const openCase = by(inTheirMatters(file, members, caseOpened)).some(
    (opened) => !closures.some((closure) => closure.data.caseId === opened.data.caseId && after(closure, opened)),
  );
  const openInvolvement = by(inTheirMatters(file, members, involvementStarted)).some(
    (start) => !ends.some((end) => end.data.service === start.data.service && after(end, start) && same(end, start)),
  );
  return !openCase && !openInvolvement && [...closures, ...ends].some((end) => after(end, since));
};

/** The newest nomination of a lead agency for any of these people. */
export const newestNomination = (members: readonly PersonFile[]) =>
  members
    .flatMap((member) => member.of(leadAgencyNominated).filter((nomination) => isSubjectSide(member, nomination)))
    .sort((one, other) => one.time - other.time || one.index - other.index)
    .at(-1);

/**
 * The agency that leads for these people: whoever was nominated last, unless it has since left them. When it has, nobody leads:
 * an earlier lead gave way to it.
 */
export const leadAgency = (file: CaseFile, members: readonly PersonFile[]): string | undefined => {
  const newest = newestNomination(members);
  return newest === undefined || hasLeft(file, members, newest.data.agency, newest) ? undefined : newest.data.agency;
};
