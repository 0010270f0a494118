import { concernsWhom, isBlank } from '@throughline/projections';
import { type CommonData, inWords, referralDecided, referralMade } from '@throughline/records';
import { decidedBy, evidenceOf } from '../decided-referral';
import { acknowledgement, agency, defineSafeguard } from '../safeguard';

/** Who refers a family learns what became of it. */
export const referralOutcome = defineSafeguard<CommonData>({
  id: 'referral-outcome',
  version: 1,
  source: {
    seed: '004',
    quote:
      'Professionals who have referred a family to MASH are not always aware of the support offered to the family and the outcome of referral',
  },
  class: 'know',
  watches: 'A referral is decided, or comes in after its decision.',
  tells: 'The referrer: outcome, reason, support offered',
  due: 'No time; it is acknowledged',
  silentWhen: 'The hub holds no such referral, or the agency decided its own.',
  on: [referralDecided, referralMade],
  answer: acknowledgement,
  judge: (trigger, file) => {
    const decided = decidedBy(trigger, file);
    if (decided === undefined || decided.referral.agency === decided.decision.agency) return [];
    const { decision, referral } = decided;
    const { outcome, justification, supportOffered } = decision.data;
    const told = (text: string | undefined): string => (isBlank(text) ? 'not recorded' : 'in the decision');
    return [
      {
        to: [agency(referral.agency)],
        about: concernsWhom(trigger),
        evidence: evidenceOf(trigger, decided),
        reason: `The referral to ${inWords(referral.data.service)} was decided: ${inWords(outcome)} (reason: ${told(justification)}; support offered: ${told(supportOffered)}).`,
      },
    ];
  },
});
