import { CommonData } from '../../common-data';
import { Identifier, OneOf, Optional, Text, YesNo } from '../../fields';
import { inWords } from '../../in-words';
import { defineRecord } from '../../record-type';

export const REFERRAL_OUTCOMES = ['accepted', 'declined', 'no-further-action', 'signposted', 'referred-on'] as const;

/** The receiving agency decided a referral, why, what it offers instead, and whom it saw before deciding. */
export class ReferralDecided extends CommonData {
  /** The id of the referral, as the referrer published it. */
  @Identifier()
  referralId: string;

  /** What was decided. signposted: the person was told where else to go. referred-on: the agency itself referred to another service. */
  @OneOf(REFERRAL_OUTCOMES)
  outcome: (typeof REFERRAL_OUTCOMES)[number];

  /** Why it was decided so. */
  @Text('protected')
  @Optional()
  justification?: string;

  /** What is offered, also where the referral is not accepted. */
  @Text('protected')
  @Optional()
  supportOffered?: string;

  /** Whether a worker saw the child in person before deciding. */
  @YesNo()
  @Optional()
  childSeenInPerson?: boolean;

  /** Whether a worker saw the parent in person before deciding. */
  @YesNo()
  @Optional()
  parentSeenInPerson?: boolean;
}

export const referralDecided = defineRecord({
  type: 'throughline.referral.decided.v1',
  data: ReferralDecided,
  example: {
    people: [
      { ref: 'csc:N-1050', role: 'child' },
      { ref: 'csc:N-1042', role: 'victim' },
    ],
    referralId: 'police-ref-89',
    outcome: 'accepted',
    justification: 'Meets the threshold',
    supportOffered: 'Single assessment',
    childSeenInPerson: true,
    parentSeenInPerson: true,
  },
  summary: (r) => `Referral decided: ${inWords(r.data.outcome)}`,
});
