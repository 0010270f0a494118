import { concernsWhom, isBlank, referralOf } from '@throughline/projections';
import { inWords, referralDecided } from '@throughline/records';
import { acknowledgement, agency, defineSafeguard } from '../safeguard';

/** Who refers a family learns what became of it. */
export const referralOutcome = defineSafeguard({
  id: 'referral-outcome',
  version: 1,
  source: {
    seed: '004',
    quote:
      'Professionals who have referred a family to MASH are not always aware of the support offered to the family and the outcome of referral',
  },
  class: 'know',
  watches: 'A referral is decided.',
  tells: 'The referrer: outcome, reason, support offered',
  due: 'No time; it is acknowledged',
  silentWhen: 'The hub holds no such referral, or the agency decided its own.',
  on: [referralDecided],
  answer: acknowledgement,
  judge: (trigger, file) => {
    const referral = referralOf(file, trigger);
    if (referral === undefined || referral.agency === trigger.agency) return [];
    const { outcome, justification, supportOffered } = trigger.data;
    const told = (text: string | undefined): string => (isBlank(text) ? 'not recorded' : 'in the decision');
    return [
      {
        to: [agency(referral.agency)],
        about: concernsWhom(trigger),
        evidence: [trigger, referral],
        reason: `The referral to ${inWords(referral.data.service)} was decided: ${inWords(outcome)} (reason: ${told(justification)}; support offered: ${told(supportOffered)}).`,
      },
    ];
  },
});
