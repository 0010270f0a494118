import { CommonData } from '../../common-data';
import { Identifier, Text } from '../../fields';
import { defineRecord } from '../../record-type';

/** The receiving agency told the referrer what became of a referral. */
export class ReferralFeedbackGiven extends CommonData {
  /** The id of the referral, as the referrer published it. */
  @Identifier()
  referralId: string;

  /** What became of the referral. */
  @Text('protected')
  summary: string;
}

export const referralFeedbackGiven = defineRecord({
  type: 'throughline.referral.feedback-given.v1',
  data: ReferralFeedbackGiven,
  example: {
    people: [
      { ref: 'csc:N-1050', role: 'child' },
      { ref: 'csc:N-1042', role: 'victim' },
    ],
    referralId: 'police-ref-89',
    summary: 'Assessment begins on Monday',
  },
  summary: () => 'Feedback given on a referral',
});
