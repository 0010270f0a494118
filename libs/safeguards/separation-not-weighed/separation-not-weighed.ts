import { assessmentsOf, type Entry, sameRecord, separationsOf, victimsOf } from '@throughline/projections';
import { is, riskAssessmentCompleted } from '@throughline/records';
import { agency, defineSafeguard, workingDays } from '../safeguard';

/** Leaving is when the danger is greatest: an assessment around a separation says that it weighed it. */
export const separationNotWeighed = defineSafeguard({
  id: 'separation-not-weighed',
  version: 1,
  source: { seed: '000', quote: 'should be recognised as part of domestic abuse assessments' },
  class: 'act',
  watches: 'A risk assessment does not say that it considered a separation that any record tells of in the 6 months before.',
  tells: 'The assessing agency',
  due: '2 working days',
  silentWhen: 'It considered separation, or no record of those months tells of one.',
  on: [riskAssessmentCompleted],
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
  judge: (trigger, file) => {
    if (trigger.data.separationConsidered === true) return [];
    return [...victimsOf(trigger as Entry, file)].flatMap(([victim, about]) => {
      const told = separationsOf(file, victim, trigger.time, file.settings.thresholds.separationMonths);
      if (told.length === 0) return [];
      return [
        {
          to: [agency(trigger.agency)],
          about,
          evidence: [trigger, ...told.filter((entry) => !sameRecord(entry, trigger))],
          due: workingDays(2),
          reason:
            'A separation is recent or under way, and this risk assessment does not say that it was considered: weigh it and assess again.',
        },
      ];
    });
  },
});
