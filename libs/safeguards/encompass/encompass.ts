import { addDays, atLondon, isSchoolDay, londonDay, schoolDayAfter } from '@throughline/kernel';
import {
  type Child,
  childrenAmong,
  enrolmentOn,
  type Entry,
  household,
  incidentDay,
  isAged,
  ownChildren,
  type PersonFile,
  refIn,
  reportLeft,
  reportsBeside,
  sameRecord,
  settingOf,
  victimsOf,
} from '@throughline/projections';
import {
  abuseDisclosed,
  type CommonData,
  healthDisclosureRecorded,
  orderBreached,
  policeIncidentRecorded,
  recordRetracted,
} from '@throughline/records';
import type { RefToken } from '@throughline/kernel';
import { acknowledgement, agency, defineSafeguard, type Finding, type JudgedCase, service, type Term } from '../safeguard';

const [YOUNGEST, OLDEST] = [2, 17];

/** Eight o'clock on the next school day: on the day itself where it is a school day and not yet eight. */
const beforeSchool =
  (holidays: readonly string[]): Term =>
  (from) => {
    const day = londonDay(from);
    const today = atLondon(day, '08:00');
    return isSchoolDay(day, holidays) && from < today ? today : atLondon(schoolDayAfter(day, holidays), '08:00');
  };

/**
 * Children who were there, are the victims' own or live in their household, but for who posed the risk; nobody is there where the report
 * says so.
 */
const childrenOf = (report: Entry, file: JudgedCase): readonly Child[] => {
  const risky = report.data.people.filter(({ role }) => role === 'person-posing-risk');
  const wasNobody = (report.data as { readonly childrenPresent?: boolean }).childrenPresent === false;
  const there = wasNobody ? [] : report.data.people.filter(({ role }) => role === 'child').map(({ ref }) => file.fileOf(ref as RefToken));
  const living = [...victimsOf(report, file).keys()].flatMap((victim) => [...household(file, victim), ...ownChildren(file, victim)]);
  return childrenAmong(new Set([...living, ...there]), londonDay(report.time)).filter(
    (child) => isAged(child, YOUNGEST, OLDEST) && !risky.some(({ ref }) => child.file.has(ref)),
  );
};

/** Whether this child's education was told of the same incident by another report that still stands. */
const isTold = (child: PersonFile, others: readonly Entry[], file: JudgedCase): boolean =>
  file
    .alertsAbout(child.person)
    .some(
      (alert) =>
        alert.safeguard === 'encompass' && alert.status !== 'superseded' && others.some((other) => sameRecord(other, alert.trigger)),
    );

/** Before school begins, education knows which children lived through an incident. */
export const encompass = defineSafeguard<CommonData>({
  id: 'encompass',
  version: 1,
  source: {
    seed: 'encompass',
    quote:
      'the police will inform the key adult (usually the designated safeguarding lead) in school before the child or children arrive at school the following day',
  },
  class: 'now',
  watches: 'An incident with children of 2 to 17 who were there, or who live in the household.',
  tells: 'Education for each child',
  due: '08:00 on the next school day (a working day in term; terms are settings)',
  silentWhen:
    'No child is of these ages, the same incident was told already, the police say that it was not domestic abuse, or it happened more than 90 days before it was recorded.',
  on: [policeIncidentRecorded, abuseDisclosed, healthDisclosureRecorded, orderBreached, recordRetracted],
  contact: true,
  answer: acknowledgement,
  judge: (trigger, file) => {
    const report = trigger.type === recordRetracted.type ? reportLeft(trigger, file) : trigger;
    const day = report === undefined ? undefined : incidentDay(report);
    const { schoolHolidays, thresholds } = file.settings;
    if (report === undefined || day === undefined || day < addDays(londonDay(report.logTime), -thresholds.lateDays)) return [];
    const others = [...(report === trigger ? [] : [report]), ...reportsBeside(report, file)];
    return childrenOf(report, file)
      .filter(({ file: child }) => !isTold(child, others, file))
      .map((child): Finding => {
        const setting = settingOf(file.settings, enrolmentOn(child.file, londonDay(file.at)));
        return {
          to: [setting === undefined ? service('education') : agency(setting)],
          about: refIn(report, child.file),
          evidence: [report],
          due: beforeSchool(schoolHolidays),
          reason: `There was a domestic abuse incident around this child on ${day}${child.age === 'not-known' ? ' (the child’s age is not recorded)' : ''}: support the child at school from the next school day on.`,
        };
      });
  },
});
