import { addMonths } from '@throughline/kernel';
import {
  caseClosed,
  caseOpened,
  type CommonData,
  involvementEnded,
  involvementStarted,
  maracCaseHeard,
  type RecordType,
  referralDecided,
  referralMade,
} from '@throughline/records';
import { atMoment } from '../case-file/at-moment';
import type { CaseFile } from '../case-file/case-file';
import { type Entry, sameRecord } from '../case-file/entry';
import type { PersonFile } from '../case-file/person-file';
import { agencyFor, agencyKind } from '../settings/settings';
import { household } from './household';
import { inTheirMatters } from './matters';
import type { Decision, Referral } from './referrals';

/** An agency's standing with a family, since when, and the record that says so: the earliest of those that are still open. */
export interface Involvement {
  readonly agency: string;
  readonly since: number;
  readonly by: Entry;
}

/** Kinds of agency that are on the victim's side even where the record's subject poses the risk (safeguards.md, Terms). */
const alwaysOnVictimsSide: ReadonlySet<string> = new Set(['police', 'probation', 'childrens-social-care']);

/** The kind of agency that works with nobody but those who pose a risk. */
const neverOnVictimsSide = 'perpetrator-programme';

/** The household's victims and children, and the person who is asked about: others who live there have services of their own. */
const protectedMembers = (file: CaseFile, person: PersonFile): readonly PersonFile[] =>
  household(file, person).filter((member) => member === person || member.hasBeen('victim') || member.hasBeen('child'));

/** Whether an agency that a record names as its publisher or receiver works on the victim's or a child's side. */
const onTheirSide = (file: CaseFile, members: readonly PersonFile[], entry: Entry, agency: string): boolean => {
  const kind = agencyKind(file.settings, agency) ?? '';
  if (alwaysOnVictimsSide.has(kind)) return true;
  return kind !== neverOnVictimsSide && members.some((member) => member.has(entry.subject));
};

/** A hearing, a listing or a referral is about its victim and children, not about the person posing risk whom it names. */
export const isSubjectSide = (person: PersonFile, entry: Entry): boolean =>
  entry.data.people.some((named) => person.has(named.ref) && named.role !== 'person-posing-risk');

const after = (one: Entry, other: Entry): boolean => one.time > other.time || (one.time === other.time && one.index > other.index);

/** The agency that a referral went to. */
export const receiverOf = (file: CaseFile, referral: Referral): string | undefined =>
  referral.data.to ?? agencyFor(file.settings, referral.data.service);

/** The last decision on a referral in order of happening, if any: one of before may come in later. */
export const decisionOn = (file: CaseFile, members: readonly PersonFile[], referral: Referral) =>
  inTheirMatters(file, members, referralDecided)
    .filter((decision) => decision.data.referralId === referral.data.referralId)
    .reduce<Decision | undefined>((last, decision) => (last === undefined || after(decision, last) ? decision : last), undefined);

/** Everything of one type about any of these people, each record once, but for the one that is being judged. */
const about = <Data extends CommonData>(
  members: readonly PersonFile[],
  definition: RecordType<Data>,
  but?: Entry,
): readonly Entry<Data>[] => {
  const found = new Map(members.flatMap((member) => member.of(definition).map((entry) => [entry.index, entry] as const)));
  return [...found.values()].filter((entry) => but === undefined || !sameRecord(entry, but));
};

/**
 * A referral is open while undecided, or accepted and its receiver has not since closed its case or ended its involvement;
 * one to marac until the case is heard, one to mash until it is decided (safeguards.md, Terms).
 */
export const isOpenReferral = (file: CaseFile, members: readonly PersonFile[], referral: Referral, but?: Entry): boolean => {
  if (referral.data.service === 'marac') {
    const heard = members.some((member) =>
      member.of(maracCaseHeard).some((hearing) => isSubjectSide(member, hearing) && after(hearing, referral)),
    );
    if (heard) return false;
  }
  const decision = decisionOn(file, members, referral);
  if (decision === undefined) return true;
  if (decision.data.outcome !== 'accepted' || referral.data.service === 'mash') return false;
  const receiver = receiverOf(file, referral) ?? decision.agency;
  const endedBy = (definition: RecordType<CommonData>): boolean =>
    about(members, definition, but).some((end) => end.agency === receiver && after(end, decision));
  return !endedBy(caseClosed) && !endedBy(involvementEnded);
};

/**
 * The agencies involved with a victim or a child: an open involvement or case, an open referral made to them,
 * or an open referral that they made, on the victim's or the child's side (safeguards.md, Terms). Oldest first.
 *
 * @param but a record to leave out, so that a closure can be judged by who was involved before it
 */
export const involvedAgencies = (file: CaseFile, person: PersonFile = file.person, but?: Entry): readonly Involvement[] =>
  but === undefined ? involvedNow(file, person) : involvedWithout(file, person, but);

const involvedWithout = (file: CaseFile, person: PersonFile, but?: Entry): readonly Involvement[] =>
  involvedWith(file, protectedMembers(file, person), but);

const involvedWith = (file: CaseFile, members: readonly PersonFile[], but?: Entry): readonly Involvement[] => {
  const same = (one: Entry, other: Entry): boolean =>
    one.subject === other.subject || members.some((member) => member.has(one.subject) && member.has(other.subject));
  const first = new Map<string, Entry>();
  const involve = (agency: string, by: Entry): void => {
    const known = first.get(agency);
    if (known === undefined || after(known, by)) first.set(agency, by);
  };
  const ends = about(members, involvementEnded, but);
  for (const start of about(members, involvementStarted)) {
    if (!onTheirSide(file, members, start, start.agency)) continue;
    const ended = ends.some(
      (end) => end.agency === start.agency && end.data.service === start.data.service && after(end, start) && same(start, end),
    );
    if (!ended) involve(start.agency, start);
  }
  const closures = about(members, caseClosed, but);
  for (const opened of about(members, caseOpened)) {
    if (!onTheirSide(file, members, opened, opened.agency)) continue;
    const closed = closures.some((closure) => closure.data.caseId === opened.data.caseId && after(closure, opened));
    if (!closed) involve(opened.agency, opened);
  }
  for (const referral of about(members, referralMade)) {
    if (!isOpenReferral(file, members, referral, but)) continue;
    for (const agency of [receiverOf(file, referral), referral.agency]) {
      if (agency !== undefined && onTheirSide(file, members, referral, agency)) involve(agency, referral);
    }
  }
  return [...first]
    .map(([agency, by]) => ({ agency, since: by.time, by }))
    .sort((one, other) => one.since - other.since || (one.agency < other.agency ? -1 : 1));
};

/** Those of one household share their agencies: they are worked out once for all of them. */
const involvedNow = atMoment((file, person): readonly Involvement[] => {
  const members = protectedMembers(file, person);
  const known = together.get(file.moment) ?? new Map<string, readonly Involvement[]>();
  together.set(file.moment, known);
  const key = members
    .map((member) => `${member.person} ${member.revision}`)
    .sort()
    .join();
  const involved = known.get(key) ?? involvedWith(file, members);
  known.set(key, involved);
  return involved;
});

const together = new WeakMap<object, Map<string, readonly Involvement[]>>();

/**
 * Agencies that are not involved but published about the victim or child in the last twelve months, however long ago it happened:
 * asked, not broadcast to.
 */
export const knownAgencies = (file: CaseFile, person: PersonFile = file.person): readonly string[] => {
  const involved = new Set(involvedAgencies(file, person).map((involvement) => involvement.agency));
  const from = addMonths(file.at, -file.settings.thresholds.currentMonths);
  const known = new Set<string>();
  const members = protectedMembers(file, person);
  for (const member of members) {
    for (const entry of member.standing()) {
      if (entry.recordedtime <= from || entry.agency === '' || involved.has(entry.agency)) continue;
      if (onTheirSide(file, members, entry, entry.agency)) known.add(entry.agency);
    }
  }
  return [...known].sort();
};
