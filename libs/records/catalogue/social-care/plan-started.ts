import { inWords } from '../../in-words';
import { defineRecord } from '../../record-type';
import { SocialCarePlan } from '../../social-care-plan';

/** A child's plan began. */
export class SocialCarePlanStarted extends SocialCarePlan {}

export const socialCarePlanStarted = defineRecord({
  type: 'throughline.social-care.plan-started.v1',
  data: SocialCarePlanStarted,
  example: {
    people: [
      { ref: 'csc:N-1050', role: 'child' },
      { ref: 'csc:N-1042', role: 'victim' },
    ],
    plan: 'child-protection',
  },
  summary: (r) => `Plan started (${inWords(r.data.plan)})`,
});
