import { CompletedAction } from '../../completed-action';
import { defineRecord } from '../../record-type';

/** An action of a MARAC meeting is done. */
export class MaracActionCompleted extends CompletedAction {}

export const maracActionCompleted = defineRecord({
  type: 'throughline.marac.action-completed.v1',
  data: MaracActionCompleted,
  example: { people: [{ ref: 'police:N-1042', role: 'victim' }], actionId: 'marac-24-31-1', outcome: 'Notice served' },
  summary: () => 'MARAC action completed',
});
