import { startOfDay } from '@throughline/kernel';
import {
  concernsWhom,
  type Entry,
  incidentDay,
  isSubjectSide,
  leftOutOf,
  type PersonFile,
  refIn,
  reportLeft,
  reportsBeside,
  isDead,
  isToSocialCare,
  victimsOf,
} from '@throughline/projections';
import {
  abuseDisclosed,
  assessmentCompleted,
  type CommonData,
  contactRecorded,
  healthDisclosureRecorded,
  is,
  orderBreached,
  policeIncidentRecorded,
  recordRetracted,
  referralMade,
  riskAssessmentCompleted,
} from '@throughline/records';
import { defineSafeguard, type Finding, type JudgedCase, service, workingDays } from '../safeguard';

const TO = [service('childrens-social-care'), service('idva')] as const;

/** A risk assessment, a referral or a contact about this person: one about the children only is none, nor is a call that nobody took. */
const supports = (record: Entry, person: PersonFile): boolean => {
  if (!person.names(record)) return false;
  if (is(contactRecorded, record)) return record.data.outcome === 'engaged' || record.data.outcome === 'declined';
  if (is(referralMade, record)) return person.has(record.subject) || (isSubjectSide(person, record) && !isToSocialCare(record));
  return is(riskAssessmentCompleted, record);
};

const isSupportedSince = (person: PersonFile, isSince: (record: Entry) => boolean): boolean =>
  person.standing().some((record) => isSince(record) && supports(record, person));

/** Parents and partners in contact whom an assessment does not name, and about whom nothing has come in since. */
const stillLeftOut = (assessment: Entry, file: JudgedCase) =>
  [...leftOutOf(assessment, file)].filter(([person]) => !isSupportedSince(person, (record) => record.index > assessment.index));

const onAssessment = (trigger: Entry, file: JudgedCase): readonly Finding[] => {
  const about = concernsWhom(trigger);
  const left = leftOutOf(trigger, { ...file, person: file.fileOf(about) });
  if (left.size === 0) return [];
  return [
    {
      to: TO,
      about,
      evidence: [trigger],
      due: workingDays(3),
      reason: `The assessment leaves out people in contact with the family whom agencies know (${[...left.values()].join(', ')}): consider the whole family, and offer them support where they need it.`,
    },
  ];
};

/** Somebody may be recorded as a parent or carer though nobody has said of whom. */
const isParent = (person: PersonFile): boolean =>
  person.hasBeen('parent-or-carer') || person.relationshipsOf('parent-of').some(({ relationship: { from } }) => person.has(from));

/** When the incident of a report happened: police know the hour, others the day. Of a record that reports none, long ago. */
const happened = (report: Entry): number => {
  const day = incidentDay(report);
  if (day === undefined) return 0;
  return is(policeIncidentRecorded, report) ? report.time : startOfDay(day);
};

/** A parent who is a victim, father or mother, and was neither assessed nor offered support. Of several reports the first speaks. */
const onIncident = (report: Entry, file: JudgedCase): readonly Finding[] => {
  if (incidentDay(report) === undefined || reportsBeside(report, file).some(({ index }) => index < report.index)) return [];
  const since = happened(report);
  const wasOffered = is(policeIncidentRecorded, report) && ['accepted', 'declined'].includes(report.data.specialistOffer ?? '');
  if (wasOffered) return [];
  return [...victimsOf(report, file).keys()]
    .filter((parent) => isParent(parent) && !isDead(parent) && !isSupportedSince(parent, ({ time }) => time >= since))
    .map((parent) => ({
      to: TO,
      about: refIn(report, parent),
      evidence: [report],
      unlessWithin: workingDays(file.settings.thresholds.supportWorkingDays),
      due: workingDays(3),
      reason: 'This parent was the victim in an incident, and has been offered neither a risk assessment nor support: offer both.',
    }));
};

/** Every parent and partner is seen: those who are left out of an assessment, and those who are victims themselves, fathers too. */
export const wholeFamily = defineSafeguard<CommonData>({
  id: 'whole-family',
  version: 1,
  source: {
    seed: '004',
    quote: 'the father was the victim of possible domestic abuse, but no DASH risk assessment was completed and no support offered',
  },
  class: 'act',
  contact: true,
  watches:
    'An assessment leaves out a parent or partner in contact whom agencies know; or a parent who is a victim in an incident is neither assessed nor offered support within 5 working days.',
  tells: 'Children’s social care, the IDVA service',
  due: '3 working days',
  silentWhen:
    'The assessment names everybody in contact; or the victim is not a parent, or is assessed, referred or reached in that time, or was offered a specialist service by the police.',
  on: [assessmentCompleted, policeIncidentRecorded, abuseDisclosed, healthDisclosureRecorded, orderBreached, recordRetracted],
  answer: {
    words: 'A risk assessment, a referral or a contact about them',
    records: [riskAssessmentCompleted, referralMade, contactRecorded],
    acrossRisk: true,
    when: (record, alert, file) => {
      const trigger = file.person.entry(alert.trigger);
      if (trigger === undefined) return supports(record, file.person);
      if (!is(assessmentCompleted, trigger)) return record.time >= happened(trigger) && supports(record, file.person);
      return stillLeftOut(trigger, file).length === 0;
    },
  },
  judge: (trigger, file) => {
    if (is(assessmentCompleted, trigger)) return onAssessment(trigger, file);
    const report = is(recordRetracted, trigger) ? reportLeft(trigger, file) : trigger;
    return report === undefined ? [] : onIncident(report, file);
  },
});
