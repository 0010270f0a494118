import { addMonths, type Day, londonDay } from '@throughline/kernel';
import {
  type CaseFile,
  type Entry,
  incidentDay,
  type Incident,
  incidentsBetween,
  isSubjectSide,
  maracActivity,
  maracActivityWithin,
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
  riskAssessmentCompleted,
} from '@throughline/records';
import { agency, defineSafeguard, service, workingDays, type Finding } from '../safeguard';

/** High, or so many ticks: a referral is due unless one was made in the year before, or is made within a working day. */
const onRisk = (trigger: Entry, file: CaseFile, victim: PersonFile): readonly Finding[] => {
  if (!is(riskAssessmentCompleted, trigger)) return [];
  const { maracTicks, maracReferralWorkingDays, currentMonths } = file.settings.thresholds;
  const { level, ticks } = trigger.data;
  if (level !== 'high' && (ticks ?? 0) < maracTicks) return [];
  if (maracActivityWithin(victim, trigger.time, currentMonths).length > 0) return [];
  if (maracActivity(victim).some((entry) => entry.time > trigger.time)) return [];
  return [
    {
      to: [agency(trigger.agency), service('marac')],
      evidence: [trigger],
      unlessWithin: workingDays(maracReferralWorkingDays),
      due: workingDays(1),
      reason: `The risk was assessed as ${level === 'high' ? 'high' : `visible high risk (${ticks ?? 0} ticks)`} and no referral to MARAC has been made: refer.`,
    },
  ];
};

/** Three incidents in the year up to a day, or at least two and more than in each of the two years before, each of which had one. */
const onEscalation = (day: Day, trigger: Entry, file: CaseFile, victim: PersonFile): readonly Finding[] => {
  const { maracIncidents, currentMonths } = file.settings.thresholds;
  const bounds = [0, 1, 2, 3].map((span) => addMonths(day, -span * currentMonths));
  const span = (nearest: number): readonly Incident[] => incidentsBetween(victim, bounds[nearest + 1] ?? '', bounds[nearest] ?? '');
  const now = span(0);
  if (now.length < Math.min(2, maracIncidents)) return [];
  const [before, earlier] = [span(1), span(2)];
  const escalating =
    now.length >= 2 && before.length >= 1 && earlier.length >= 1 && now.length > before.length && now.length > earlier.length;
  if (now.length < maracIncidents && !escalating) return [];
  if (maracActivity(victim).some((entry) => londonDay(entry.time) > (bounds[1] ?? ''))) return [];
  const counted = now.length >= maracIncidents ? now : [...earlier, ...before, ...now];
  const records = counted.flatMap((incident) => incident.records);
  if (!records.some((entry) => sameRecord(entry, trigger))) return [];
  const others = records.filter((entry) => !sameRecord(entry, trigger));
  return [
    {
      to: [agency(trigger.agency), service('marac')],
      evidence: [trigger, ...others],
      due: workingDays(1),
      reason: `There have been ${now.length} incidents in 12 months and no referral to MARAC in that time: refer on escalation.`,
    },
  ];
};

/** The days up to which a report may make incidents add up: its own, and those of later incidents that were known before it came in. */
const daysOf = (trigger: Entry, file: CaseFile, victim: PersonFile): readonly Day[] => {
  const day = incidentDay(trigger);
  if (day === undefined) return [];
  const until = addMonths(day, 3 * file.settings.thresholds.currentMonths);
  return [day, ...incidentsBetween(victim, day, until).map((later) => later.day)];
};

/** The first of these days up to which incidents add up: a report that comes in after a later one makes them add up all the same. */
const onIncidents = (trigger: Entry, file: CaseFile, victim: PersonFile): readonly Finding[] =>
  daysOf(trigger, file, victim)
    .map((day) => onEscalation(day, trigger, file, victim))
    .find((found) => found.length > 0) ?? [];

/** High risk or escalating incidents go to MARAC, and somebody notices when they do not. */
export const maracReferralDue = defineSafeguard<CommonData>({
  id: 'marac-referral-due',
  version: 1,
  source: { seed: '004', quote: 'this should have triggered a MARAC referral from Police on escalation' },
  class: 'now',
  watches:
    'The risk is high or 14 boxes of the assessment are ticked, and no MARAC referral follows within a working day; or there are 3 incidents in 12 months, or 2 or more where each of the 2 years before had fewer, and at least one.',
  tells: 'The agency that recorded it, MARAC',
  due: '1 working day',
  silentWhen: 'The case was referred to, listed for or heard at MARAC in the 12 months before, or is within a working day.',
  on: [riskAssessmentCompleted, policeIncidentRecorded, abuseDisclosed, healthDisclosureRecorded, orderBreached],
  alsoLate: true,
  standing: true,
  answer: {
    words: 'A MARAC referral or listing',
    records: [referralMade, maracCaseListed, maracCaseHeard],
    when: (record, alert, file) => {
      if (is(referralMade, record) && record.data.service !== 'marac') return false;
      const trigger = file.person.entry(alert.trigger);
      const since = trigger === undefined ? 0 : addMonths(trigger.time, -file.settings.thresholds.currentMonths);
      return isSubjectSide(file.person, record) && record.time > since;
    },
  },
  judge: (trigger, file) =>
    [...victimsOf(trigger, file)].flatMap(([victim, about]) =>
      [...onRisk(trigger, file, victim), ...onIncidents(trigger, file, victim)].map((finding) => ({ ...finding, about })),
    ),
});
