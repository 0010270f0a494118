import { capacityAssessed, recordCorrected } from '@throughline/records';
import { defineSafeguard, service, workingDays } from '../safeguard';

/** A decision made in fear or in dependence is not free: an assessment of a victim's capacity weighs both. */
export const capacityContext = defineSafeguard({
  id: 'capacity-context',
  version: 1,
  source: { seed: '001', quote: 'there is evidence that the individual is the subject of coercive or controlling behaviour' },
  class: 'act',
  contact: true,
  watches: 'The capacity of a victim is assessed, and coercion or dependence is not recorded as considered.',
  tells: 'Adult social care',
  due: '3 working days',
  silentWhen: 'Both were considered, or the person was never recorded as a victim.',
  on: [capacityAssessed],
  answer: { words: 'A corrected assessment', records: [recordCorrected] },
  judge: (trigger, file) => {
    if (!file.person.hasBeen('victim')) return [];
    const { coercionConsidered, dependenceConsidered } = trigger.data;
    const missing = [...(coercionConsidered === true ? [] : ['coercion']), ...(dependenceConsidered === true ? [] : ['dependence'])];
    if (missing.length === 0) return [];
    return [
      {
        to: [service('adult-social-care')],
        evidence: [trigger],
        due: workingDays(3),
        reason: `A victim’s capacity was assessed without considering ${missing.join(' or ')}: weigh it, and correct the assessment.`,
      },
    ];
  },
});
