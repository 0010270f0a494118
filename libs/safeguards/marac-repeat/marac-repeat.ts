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
import { agency, defineSafeguard, type JudgedCase, service, workingDays } from '../safeguard';

const ID = 'marac-repeat';

/** The earliest instant at which an incident can have happened: a disclosure and a breach tell only the day. */
const happened = (trigger: Entry, day: string): number => (is(policeIncidentRecorded, trigger) ? trigger.time : startOfDay(day));

/** Whether two records name the same person posing risk, or one of them names none. */
const maySharePersonPosingRisk = (one: Entry, other: Entry, file: JudgedCase): boolean => {
  const [here, there] = [one, other].map((entry) => peopleOf(entry, 'person-posing-risk').map((ref) => file.fileOf(ref)));
  if (here === undefined || there === undefined || here.length === 0 || there.length === 0) return true;
  return here.some((person) => there.includes(person));
};

/** The last hearing in the twelve months before an incident at which the same danger was heard. */
const heardBefore = (victim: PersonFile, trigger: Entry, day: string, file: JudgedCase): Entry | undefined => {
  const from = addMonths(day, -file.settings.thresholds.currentMonths);
  return hearingsOf(victim)
    .filter(
      ({ data: { meetingOn }, time }) => meetingOn > from && (meetingOn < day || (meetingOn === day && happened(trigger, day) > time)),
    )
    .findLast((hearing) => maySharePersonPosingRisk(hearing as Entry, trigger, file));
};

/** Other reports of the same incident of which MARAC and police were told already: one incident is one, whoever reports it. */
const reportsTold = (victim: PersonFile, about: RefToken, trigger: Entry, file: JudgedCase): readonly Entry[] => {
  const reports = incidentsOf(victim).find(({ records }) => records.some((record) => sameRecord(record, trigger)))?.records ?? [];
  const told = file.alertsAbout(about).filter(({ safeguard, status }) => safeguard === ID && status !== 'superseded');
  return reports.filter((report) => !sameRecord(report, trigger) && told.some((alert) => sameRecord(report, alert.trigger)));
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
  watches: 'An incident within 12 months after the case was heard at MARAC, with the same person posing risk or with one who is not known.',
  tells: 'MARAC, police, the recording agency',
  due: '1 working day',
  silentWhen: 'Another person posed the risk, the hearing is older, or the case went to MARAC again after the incident.',
  on: [policeIncidentRecorded, abuseDisclosed, healthDisclosureRecorded, orderBreached],
  alsoLate: true,
  answer: {
    words: 'A MARAC referral or listing',
    records: [referralMade, maracCaseListed, maracCaseHeard],
    when: (record, alert, file) => {
      if (is(referralMade, record) && record.data.service !== 'marac') return false;
      const trigger = file.person.entry(alert.trigger);
      const day = trigger === undefined ? undefined : incidentDay(trigger);
      const since = trigger === undefined || day === undefined ? 0 : happened(trigger, day);
      return isSubjectSide(file.person, record) && record.time >= since;
    },
  },
  judge: (trigger, file) => {
    const day = incidentDay(trigger);
    if (day === undefined) return [];
    return [...victimsOf(trigger, file)].flatMap(([victim, about]) => {
      const hearing = heardBefore(victim, trigger, day, file);
      if (hearing === undefined || maracActivity(victim).some((entry) => entry.time > happened(trigger, day))) return [];
      const told = reportsTold(victim, about, trigger, file);
      return [
        {
          to: [...(told.length > 0 ? [] : [service('marac'), service('police')]), agency(trigger.agency)],
          about,
          evidence: [trigger, hearing, ...told],
          due: workingDays(1),
          reason: 'There was another incident within 12 months after the case was heard at MARAC: refer or list it again as a repeat.',
        },
      ];
    });
  },
});
