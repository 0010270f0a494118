import { CommonData } from '../../common-data';
import { Optional, Text } from '../../fields';
import { defineRecord } from '../../record-type';

/** Agencies looked at the risk again, what they concluded, and what is offered next and how. */
export class RiskReviewed extends CommonData {
  /** What the agencies concluded about the risk. */
  @Text('protected')
  conclusion: string;

  /** What is offered next, and how. */
  @Text('protected')
  @Optional()
  offer?: string;
}

export const riskReviewed = defineRecord({
  type: 'throughline.coordination.risk-reviewed.v1',
  data: RiskReviewed,
  example: {
    people: [{ ref: 'idva:N-1042', role: 'victim' }],
    conclusion: 'The risk remains high',
    offer: 'A meeting at the surgery, where she feels safe',
  },
  summary: () => 'Risk reviewed',
});
