import { CommonData } from '../../common-data';
import { Day, Identifier, Optional, Parts } from '../../fields';
import { PlanAction } from '../../plan-action';
import { defineRecord } from '../../record-type';

/** A safety plan was agreed with the person: who does what by when, and when it is looked at again. */
export class SafetyPlanAgreed extends CommonData {
  /** The id of the plan. A plan that is agreed anew may keep it. */
  @Identifier()
  planId: string;

  /** What the plan asks, and of whom. */
  @Parts(() => PlanAction)
  actions: PlanAction[];

  /** The day on which the plan is looked at again. */
  @Day()
  @Optional()
  reviewOn?: string;
}

export const safetyPlanAgreed = defineRecord({
  type: 'throughline.safety-plan.agreed.v1',
  data: SafetyPlanAgreed,
  example: {
    people: [{ ref: 'idva:N-1042', role: 'victim' }],
    planId: 'idva-p-18',
    actions: [{ id: 'idva-p-18-1', what: 'Code word with the school', who: 'education', by: '2024-03-15', aimedAt: 'victim' }],
    reviewOn: '2024-06-10',
  },
  summary: (r) =>
    `Safety plan agreed, actions: ${r.data.actions.length}${r.data.reviewOn === undefined ? '' : `, review on ${r.data.reviewOn}`}`,
});
