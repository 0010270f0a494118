import { assessmentsOf, concernsWhom, household, isBlank, sameRecord } from '@throughline/projections';
import { assessmentCompleted, riskAssessmentCompleted } from '@throughline/records';
import { agency, defineSafeguard, workingDays } from '../safeguard';

const ONGOING: ReadonlySet<string | undefined> = new Set(['ongoing', 'ongoing-post-separation']);

/** An early-help assessment that finds abuse going on and risk factors leads to a risk assessment. */
export const earlyHelpNeedsDash = defineSafeguard({
  id: 'early-help-needs-dash',
  version: 1,
  source: {
    seed: '000',
    quote: 'should trigger a DASH risk assessment if domestic abuse is on-going (including post separation) and risk factors are evident',
  },
  class: 'act',
  watches: 'An early-help assessment finds that domestic abuse is ongoing (after a separation too) and that there are risk factors.',
  tells: 'The assessing agency',
  due: '2 working days',
  silentWhen: 'The abuse is historic or none is found, no risk factor is named, or it is another kind of assessment.',
  on: [assessmentCompleted],
  contact: true,
  answer: {
    words: 'A risk assessment',
    records: [riskAssessmentCompleted],
    when: (record, alert, file) => {
      const trigger = file.person.entry(alert.trigger);
      const isOfHousehold = household(file).some((member) => assessmentsOf(member).some((entry) => sameRecord(entry, record)));
      return isOfHousehold && record.time >= (trigger?.time ?? 0);
    },
  },
  judge: (trigger, file) => {
    const { kind, domesticAbuseStatus, riskFactors = [] } = trigger.data;
    if (kind !== 'early-help' || !ONGOING.has(domesticAbuseStatus) || riskFactors.every(isBlank)) return [];
    const about = concernsWhom(trigger);
    const assessed = household(file, file.fileOf(about)).some((member) => assessmentsOf(member).some(({ time }) => time >= trigger.time));
    if (assessed) return [];
    return [
      {
        to: [agency(trigger.agency)],
        about,
        evidence: [trigger],
        due: workingDays(2),
        reason: 'An early-help assessment found that domestic abuse is ongoing and that there are risk factors: assess the risk with DASH.',
      },
    ];
  },
});
