import { type Entry, planActionsOf, planRecords } from '@throughline/projections';
import { type CommonData, is, type PlanAction, safetyPlanAgreed } from '@throughline/records';
import { agency, defineSafeguard, workingDays } from '../safeguard';

const isBlank = (text: string | undefined): boolean => text === undefined || text.trim() === '';

const lackOf = ({ id, who, by }: PlanAction): readonly string[] => {
  const lacks = [...(isBlank(who) ? ['who does it'] : []), ...(by === undefined ? ['by when'] : [])];
  return lacks.length === 0 ? [] : [`action ${id} lacks ${lacks.join(' and ')}`];
};

/** What a plan leaves open, in words. */
const leftOpen = (plan: Entry): readonly string[] => [
  ...planActionsOf(plan).flatMap(lackOf),
  ...(is(safetyPlanAgreed, plan) && plan.data.reviewOn === undefined ? ['the plan has no review date'] : []),
];

/** A plan says who does what by when, and when it is looked at again. */
export const planNotSmart = defineSafeguard<CommonData>({
  id: 'plan-not-smart',
  version: 1,
  source: { seed: '004', quote: 'SMART plans need to set out who will do what by when and including dates for review' },
  class: 'act',
  watches:
    'An action of a MARAC hearing, a strategy discussion or a safety plan lacks who does it or by when, or a safety plan has no review date.',
  tells: 'The agency of the plan',
  due: '2 working days',
  silentWhen: 'Every action has its owner and its date, and a safety plan its review.',
  on: planRecords,
  answer: {
    words: 'A corrected plan',
    records: [safetyPlanAgreed],
    when: (record, alert, file) => {
      const plan = file.person.entry(alert.trigger);
      if (plan === undefined || !is(safetyPlanAgreed, plan) || !is(safetyPlanAgreed, record)) return false;
      return record.data.planId === plan.data.planId && leftOpen(record).length === 0;
    },
  },
  judge: (trigger) => {
    const open = leftOpen(trigger);
    if (open.length === 0) return [];
    return [
      {
        to: [agency(trigger.agency)],
        evidence: [trigger],
        due: workingDays(2),
        reason: `A plan leaves something open: ${open.join('; ')}. Complete it and correct the record.`,
      },
    ];
  },
});
