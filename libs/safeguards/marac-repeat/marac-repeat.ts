import { addMonths, type RefToken, startOfDay } from '@throughline/kernel';
import {
  type Entry,
  hearingsOf,
  incidentDay,
  incidentsOf,
  isSubjectSide,
  maracActivity,
  peopleOf,
  type PersonFile,
  sameRecord,
  victimsOf,
} from '@throughline/projections';
import {
  abuseDisclosed,
  type CommonData,
  healthDisclosureRecorded,
  is,
  maracCaseHeard,
  maracCaseListed,
  orderBreached,
  policeIncidentRecorded,
  referralMade,
} from '@throughline/records';
import type { Alert } from '../alert';
import { agency, defineSafeguard, type Finding, type JudgedCase, service, workingDays } from '../safeguard';

const ID = 'marac-repeat';

/** The earliest instant at which an incident can have happened: a disclosure and a breach tell only the day. */
const happened = (trigger: Entry, day: string): number => (is(policeIncidentRecorded, trigger) ? trigger.time : startOfDay(day));

/** Whether two are known to be different: somebody says who each of them is, or one agency has a reference for each. */
const areDifferent = (one: PersonFile, other: PersonFile): boolean => {
  if (one === other) return false;
  if ([one, other].every((person) => person.details().length > 0)) return true;
  const agencies = new Set(one.standing().map((entry) => entry.agency));
  return other.standing().some((entry) => agencies.has(entry.agency));
};

/** Whether two records name the same person posing risk, or may: one of them names none, or nobody knows that they are different. */
const maySharePersonPosingRisk = (one: Entry, other: Entry, file: JudgedCase): boolean => {
  const [here, there] = [one, other].map((entry) => peopleOf(entry, 'person-posing-risk').map((ref) => file.fileOf(ref)));
  if (here === undefined || there === undefined || here.length === 0 || there.length === 0) return true;
  return here.some((person) => there.some((other) => !areDifferent(person, other)));
};

type Hearing = Entry<(typeof maracCaseHeard)['Data']>;

/** Whether an incident happened in the twelve months after a hearing at which the same danger was heard. */
const isRepeat = (hearing: Hearing, report: Entry, day: string, file: JudgedCase): boolean => {
  const { meetingOn } = hearing.data;
  const isAfter = meetingOn < day || (meetingOn === day && happened(report, day) > hearing.time);
  const isCurrent = meetingOn > addMonths(day, -file.settings.thresholds.currentMonths);
  return isAfter && isCurrent && maySharePersonPosingRisk(hearing, report, file);
};

/** The last hearing in the twelve months before an incident at which the same danger was heard. */
const heardBefore = (victim: PersonFile, trigger: Entry, day: string, file: JudgedCase): Entry | undefined =>
  hearingsOf(victim).findLast((hearing) => isRepeat(hearing, trigger, day, file));

/** Other reports of the same incident of which MARAC and police were told already: one incident is one, whoever reports it. */
const reportsTold = (victim: PersonFile, about: RefToken, trigger: Entry, file: JudgedCase): readonly Entry[] => {
  const reports = incidentsOf(victim).find(({ records }) => records.some((record) => sameRecord(record, trigger)))?.records ?? [];
  const told = file.alertsAbout(about).filter(({ safeguard, status }) => safeguard === ID && status !== 'superseded');
  return reports.filter(
    (report) => !sameRecord(report, trigger) && told.some(({ evidence }) => evidence.some((key) => sameRecord(report, key))),
  );
};

const REASON = 'There was another incident within 12 months after the case was heard at MARAC: refer or list it again as a repeat.';

const isSentSince = (victim: PersonFile, report: Entry, day: string): boolean =>
  maracActivity(victim).some((entry) => entry.time > happened(report, day));

/** A hearing that comes in after an incident makes it a repeat all the same: the last one of which nobody was told. */
const onHearing = (trigger: Hearing, file: JudgedCase): readonly Finding[] =>
  [...victimsOf(trigger as Entry, file)].flatMap(([victim, about]) => {
    const reports = incidentsOf(victim).flatMap(({ records }) => records.filter((record) => record.index < trigger.index));
    const repeat = reports.findLast((report) => {
      const day = incidentDay(report);
      return day !== undefined && isRepeat(trigger, report, day, file) && !isSentSince(victim, report, day);
    });
    if (repeat === undefined || file.alertsAbout(about).some((alert) => isToldBy(alert, victim, repeat))) return [];
    return [
      {
        to: [service('marac'), service('police'), agency(repeat.agency)],
        about,
        evidence: [trigger, repeat],
        due: workingDays(1),
        reason: REASON,
      },
    ];
  });

/** Whether an alert told of the incident of this report, by whichever of its reports. */
const isToldBy = ({ safeguard, status, evidence }: Alert, victim: PersonFile, report: Entry): boolean => {
  if (safeguard !== ID || status === 'superseded') return false;
  const reports = incidentsOf(victim).find(({ records }) => records.includes(report))?.records ?? [report];
  return reports.some((each) => evidence.some((key) => sameRecord(each, key)));
};

/** MARAC hears again of somebody whom it has heard within the year: a repeat (SafeLives). */
export const maracRepeat = defineSafeguard<CommonData>({
  id: ID,
  version: 1,
  source: {
    seed: '004',
    quote: 'MARAC markers were not being logged onto relevant databases in order to identify repeat instances of domestic abuse',
  },
  class: 'now',
  watches:
    'An incident within 12 months after the case was heard at MARAC, with the same person posing risk or with one who is not known, whichever of the two came in first.',
  tells: 'MARAC, police, the recording agency',
  due: '1 working day',
  silentWhen: 'It is known that another person posed the risk, the hearing is older, or the case went to MARAC again after the incident.',
  on: [policeIncidentRecorded, abuseDisclosed, healthDisclosureRecorded, orderBreached, maracCaseHeard],
  alsoLate: true,
  answer: {
    words: 'A MARAC referral or listing',
    records: [referralMade, maracCaseListed, maracCaseHeard],
    when: (record, alert, file) => {
      if (is(referralMade, record) && record.data.service !== 'marac') return false;
      const report = alert.evidence.flatMap((key) => file.person.entry(key) ?? []).find((entry) => incidentDay(entry) !== undefined);
      const day = report === undefined ? undefined : incidentDay(report);
      const since = report === undefined || day === undefined ? 0 : happened(report, day);
      return isSubjectSide(file.person, record) && record.time >= since;
    },
  },
  judge: (trigger, file) => {
    if (is(maracCaseHeard, trigger)) return onHearing(trigger, file);
    const day = incidentDay(trigger);
    if (day === undefined) return [];
    return [...victimsOf(trigger, file)].flatMap(([victim, about]) => {
      const hearing = heardBefore(victim, trigger, day, file);
      if (hearing === undefined || isSentSince(victim, trigger, day)) return [];
      const told = reportsTold(victim, about, trigger, file);
      return [
        {
          to: [...(told.length > 0 ? [] : [service('marac'), service('police')]), agency(trigger.agency)],
          about,
          evidence: [trigger, hearing, ...told],
          due: workingDays(1),
          reason: REASON,
        },
      ];
    });
  },
});
