import { CommonData } from '../../common-data';
import { Identifier, Text } from '../../fields';
import { defineRecord } from '../../record-type';

/** The referrer challenges a decision through its partnership's escalation procedure (Working Together: professional disagreement). */
export class ReferralEscalated extends CommonData {
  /** The id of the referral, as the referrer published it. */
  @Identifier()
  referralId: string;

  /** Why the decision is challenged. */
  @Text('protected')
  reason: string;
}

export const referralEscalated = defineRecord({
  type: 'throughline.referral.escalated.v1',
  data: ReferralEscalated,
  example: {
    people: [
      { ref: 'health-visiting:N-1050', role: 'child' },
      { ref: 'health-visiting:N-1042', role: 'victim' },
    ],
    referralId: 'health-visiting-ref-7',
    reason: 'The children were not seen',
  },
  summary: () => 'Decision on a referral challenged',
});
