import { is, maracCaseHeard, type PlanAction, safetyPlanAgreed, strategyDiscussionHeld } from '@throughline/records';
import type { Entry } from '../case-file/entry';

/** Records that plan what is to be done about a risk: a MARAC hearing, a strategy discussion, a safety plan. */
export const planRecords = [maracCaseHeard, strategyDiscussionHeld, safetyPlanAgreed] as const;

/** What a plan says is to be done, or nothing where the record is no plan. */
export const planActionsOf = (entry: Entry): readonly PlanAction[] => {
  if (is(strategyDiscussionHeld, entry)) return entry.data.plan;
  return is(maracCaseHeard, entry) || is(safetyPlanAgreed, entry) ? entry.data.actions : [];
};
