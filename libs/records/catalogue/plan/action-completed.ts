import { CompletedAction } from '../../completed-action';
import { defineRecord } from '../../record-type';

/** An action of a safety plan, a strategy discussion or a meeting is done. */
export class PlanActionCompleted extends CompletedAction {}

export const planActionCompleted = defineRecord({
  type: 'throughline.plan.action-completed.v1',
  data: PlanActionCompleted,
  example: { people: [{ ref: 'haven:N-1042', role: 'victim' }], actionId: 'haven-p-5-2', outcome: 'Locks changed' },
  summary: () => 'Plan action completed',
});
