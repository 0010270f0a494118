import { inWords } from '../../in-words';
import { defineRecord } from '../../record-type';
import { SocialCarePlan } from '../../social-care-plan';

/** A child's plan ended. */
export class SocialCarePlanEnded extends SocialCarePlan {}

export const socialCarePlanEnded = defineRecord({
  type: 'throughline.social-care.plan-ended.v1',
  data: SocialCarePlanEnded,
  example: {
    people: [
      { ref: 'csc:N-1050', role: 'child' },
      { ref: 'csc:N-1042', role: 'victim' },
    ],
    plan: 'child-protection',
  },
  summary: (r) => `Plan ended (${inWords(r.data.plan)})`,
});
