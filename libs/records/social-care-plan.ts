import { CommonData } from './common-data';
import { OneOf } from './fields';

export const SOCIAL_CARE_PLANS = ['child-in-need', 'child-protection', 'looked-after'] as const;

/** A child's plan with children's social care (Children Act 1989: sections 17, 47 and 31 or 20). */
export class SocialCarePlan extends CommonData {
  /**
   * Which plan. child-in-need: Children Act 1989, section 17. child-protection: after a child protection conference. looked-after: in the
   * local authority's care, sections 20 and 31.
   */
  @OneOf(SOCIAL_CARE_PLANS)
  plan: (typeof SOCIAL_CARE_PLANS)[number];
}
