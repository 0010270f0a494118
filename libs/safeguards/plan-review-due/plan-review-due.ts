import { type Entry, isSubjectSide, type PersonFile } from '@throughline/projections';
import { is, safetyPlanAgreed } from '@throughline/records';
import { agency, defineSafeguard, endOf } from '../safeguard';

type Plan = Entry<(typeof safetyPlanAgreed)['Data']>;

const isNewer = (other: Entry, plan: Plan, person: PersonFile): boolean =>
  is(safetyPlanAgreed, other) &&
  isSubjectSide(person, other) &&
  (other.time > plan.time || (other.time === plan.time && other.index > plan.index));

/** A safety plan is looked at again when it says so: risk moves on. */
export const planReviewDue = defineSafeguard({
  id: 'plan-review-due',
  version: 1,
  source: { seed: '004', quote: 'who will do what by when and including dates for review' },
  class: 'act',
  watches: 'The review date of a safety plan passes without a newer plan.',
  tells: 'The agency of the plan',
  due: 'The date of the review',
  silentWhen: 'A newer plan was agreed with the person, or the plan has no review date (another safeguard speaks of that).',
  on: [safetyPlanAgreed],
  contact: true,
  answer: {
    words: 'A newer safety plan',
    records: [safetyPlanAgreed],
    when: (record, alert, file) => {
      const plan = file.person.entry(alert.trigger);
      return plan !== undefined && is(safetyPlanAgreed, plan) && isNewer(record, plan, file.person);
    },
  },
  judge: (trigger, file) => {
    const { reviewOn, planId } = trigger.data;
    if (reviewOn === undefined || file.person.of(safetyPlanAgreed).some((other) => isNewer(other, trigger, file.person))) return [];
    return [
      {
        to: [agency(trigger.agency)],
        evidence: [trigger],
        unlessWithin: endOf(reviewOn),
        reason: `Safety plan ${planId} was to be reviewed by ${reviewOn} and there is no newer plan: review it with the person.`,
      },
    ];
  },
});
