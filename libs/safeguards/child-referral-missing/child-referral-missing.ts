import { londonDay, type RefToken, startOfDay } from '@throughline/kernel';
import {
  childInWords,
  childrenAmong,
  concernsWhom,
  type Entry,
  household,
  incidentDay,
  inTheirMatters,
  isSubjectSide,
  isToSocialCare,
  type PersonFile,
  reportsBeside,
  riskLevel,
} from '@throughline/projections';
import {
  abuseDisclosed,
  childNotificationSubmitted,
  type CommonData,
  healthDisclosureRecorded,
  is,
  orderBreached,
  policeIncidentRecorded,
  referralMade,
} from '@throughline/records';
import { agency, defineSafeguard, type JudgedCase, workingDays } from '../safeguard';

/** Children were there: the report says so, or names one and does not say otherwise. */
const werePresent = ({ data }: Entry): boolean => {
  const { childrenPresent } = data as { readonly childrenPresent?: boolean };
  return childrenPresent ?? data.people.some(({ role }) => role === 'child');
};

const isElevated = (file: JudgedCase, members: readonly PersonFile[]): boolean =>
  members.some((member) => {
    const level = riskLevel(member, file.at, file.settings.thresholds.currentMonths);
    return level === 'medium' || level === 'high';
  });

const tellsOfChildren = (record: Entry): boolean =>
  is(childNotificationSubmitted, record) || (is(referralMade, record) && isToSocialCare(record));

/** A referral or a notification that gives the number of the incident is about it, whatever references it uses. */
const isAboutIncident = (record: Entry, report: Entry | undefined): boolean => {
  const number = (entry: Entry | undefined) => (entry?.data as { readonly incidentNumber?: string } | undefined)?.incidentNumber;
  return number(record) !== undefined && number(record) === number(report);
};

/** When an incident happened, as far as its reports say: some know the hour, others the day. */
const began = (reports: readonly Entry[]): number =>
  Math.min(
    ...reports.map((report) =>
      is(policeIncidentRecorded, report) ? report.time : startOfDay(incidentDay(report) ?? londonDay(report.time)),
    ),
  );

/** Not of a day before the incident: what was sent then is about something else, though it comes in now. */
const isSince = (record: Entry, report: Entry | undefined, file: JudgedCase): boolean =>
  report === undefined || londonDay(record.time) >= londonDay(began([report, ...reportsBeside(report, file)]));

/** After an incident around children somebody tells children's social care or the MASH. */
export const childReferralMissing = defineSafeguard<CommonData>({
  id: 'child-referral-missing',
  version: 1,
  source: { seed: '002', quote: 'Inconsistent practice in referring DV cases to Children Social Care' },
  class: 'act',
  watches:
    'An incident with children present, or with children in the household and medium or high risk, and no referral or notification about them within 2 working days.',
  tells: 'The recording agency',
  due: 'At once: it is raised when the time has passed',
  silentWhen:
    'A referral to MASH or children’s social care or a child notification follows in that time, or children only live there and the risk is standard or unknown.',
  on: [policeIncidentRecorded, abuseDisclosed, healthDisclosureRecorded, orderBreached],
  answer: {
    words: 'A referral to MASH or children’s social care, or a child notification',
    records: [referralMade, childNotificationSubmitted],
    when: (record, alert, file) =>
      tellsOfChildren(record) &&
      (isAboutIncident(record, file.person.entry(alert.trigger)) ||
        (isSince(record, file.person.entry(alert.trigger), file) && household(file).some((member) => isSubjectSide(member, record)))),
  },
  holds: (alert, file) => {
    const report = file.person.entry(alert.trigger);
    return report === undefined || werePresent(report) || isElevated(file, household(file));
  },
  judge: (trigger, file) => {
    if (incidentDay(trigger) === undefined) return [];
    const about = concernsWhom(trigger);
    const members = household(file, file.fileOf(about));
    const living = childrenAmong(members, londonDay(trigger.time));
    const term = workingDays(file.settings.thresholds.childReferralWorkingDays);
    const later = file.at < term(trigger.logTime);
    if (!werePresent(trigger) && (living.length === 0 || !(later || isElevated(file, members)))) return [];
    const named = trigger.data.people.filter(({ role }) => role === 'child').map(({ ref }) => file.fileOf(ref as RefToken));
    const family = [...new Set([...members, ...named])];
    const since = began([trigger, ...reportsBeside(trigger, file)]);
    const told = [...inTheirMatters(file, family, referralMade), ...inTheirMatters(file, family, childNotificationSubmitted)] as Entry[];
    const isTold = told.some(
      (record) =>
        tellsOfChildren(record) &&
        (isAboutIncident(record, trigger) || (record.time >= since && family.some((member) => isSubjectSide(member, record)))),
    );
    if (isTold) return [];
    const children = childrenAmong(family, londonDay(trigger.time)).map(childInWords);
    return [
      {
        to: [agency(trigger.agency)],
        about,
        evidence: [trigger],
        unlessWithin: term,
        reason: `An incident of domestic abuse around children (${children.length === 0 ? 'none of whom is recorded' : children.join(', ')}) has led to no referral to MASH or children’s social care and no child notification: refer.`,
      },
    ];
  },
});
