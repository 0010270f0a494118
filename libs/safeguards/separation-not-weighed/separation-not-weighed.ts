import {
  assessmentsOf,
  type Entry,
  keyText,
  sameRecord,
  separationsOf,
  tellsOfSeparation,
  victimsConcerned,
  victimsOf,
} from '@throughline/projections';
import { type CommonData, is, riskAssessmentCompleted } from '@throughline/records';
import { everyRecord } from '../every-record';
import { agency, defineSafeguard, type Finding, type JudgedCase, workingDays } from '../safeguard';

const REASON =
  'A separation is recent or under way, and this risk assessment does not say that it was considered: weigh it and assess again.';

const onAssessment = (trigger: Entry, file: JudgedCase): readonly Finding[] => {
  if (!is(riskAssessmentCompleted, trigger) || trigger.data.separationConsidered === true) return [];
  return [...victimsOf(trigger as Entry, file)].flatMap(([victim, about]) => {
    const told = separationsOf(file, victim, trigger.time, file.settings.thresholds.separationMonths);
    if (told.length === 0) return [];
    const others = told.filter((entry) => !sameRecord(entry, trigger));
    return [{ to: [agency(trigger.agency)], about, evidence: [trigger, ...others], due: workingDays(2), reason: REASON }];
  });
};

/** Assessments after a separation that was not known when they came in, and that nothing known then told of: each agency's newest. */
const onSeparation = (trigger: Entry, file: JudgedCase): readonly Finding[] => {
  if (!tellsOfSeparation(trigger)) return [];
  return [...victimsConcerned(trigger, file)].flatMap(([victim, about]) => {
    const since = assessmentsOf(victim).filter(({ time, index }) => time >= trigger.time && index < trigger.index);
    if (since.some(({ data }) => data.separationConsidered === true)) return [];
    return [...new Map(since.map((assessment) => [assessment.agency, assessment])).values()].flatMap((assessment): readonly Finding[] => {
      const told = separationsOf(file, victim, assessment.time, file.settings.thresholds.separationMonths);
      const isFirst = told.every((entry) => entry.index >= trigger.index);
      if (!isFirst || !told.some((entry) => keyText(entry) === keyText(trigger))) return [];
      return [{ to: [agency(assessment.agency)], about, evidence: [trigger, assessment], due: workingDays(2), reason: REASON }];
    });
  });
};

/** Leaving is when the danger is greatest: an assessment around a separation says that it weighed it. */
export const separationNotWeighed = defineSafeguard<CommonData>({
  id: 'separation-not-weighed',
  version: 1,
  source: { seed: '000', quote: 'should be recognised as part of domestic abuse assessments' },
  class: 'act',
  watches:
    'A risk assessment does not say that it considered a separation that any record tells of in the 6 months before, whichever of the two came in first.',
  tells: 'The assessing agency',
  due: '2 working days',
  silentWhen: 'It considered separation, or no record of those months tells of one.',
  on: everyRecord,
  contact: true,
  answer: {
    words: 'A risk assessment that considers the separation',
    records: [riskAssessmentCompleted],
    when: (record, alert, file) => {
      if (!is(riskAssessmentCompleted, record) || record.data.separationConsidered !== true) return false;
      const trigger = file.person.entry(alert.trigger);
      return assessmentsOf(file.person).some((entry) => sameRecord(entry, record)) && record.time >= (trigger?.time ?? 0);
    },
  },
  judge: (trigger, file) => (is(riskAssessmentCompleted, trigger) ? onAssessment(trigger, file) : onSeparation(trigger, file)),
});
