import { concernsWhom, type Entry, inTheirMatters, isBlank, namedIn } from '@throughline/projections';
import { type CommonData, is, referralDecided, referralFeedbackGiven, referralMade } from '@throughline/records';
import { decidedBy, decisionBehind } from '../decided-referral';
import { agency, defineSafeguard, type Finding, workingDays } from '../safeguard';

/** A decision that does not say why, or what is offered, is explained to the referrer; if it is not, the referrer pursues it. */
export const feedbackOverdue = defineSafeguard<CommonData>({
  id: 'feedback-overdue',
  version: 1,
  source: { seed: '002', quote: 'Decisions made by Children Social Care were not always fed back to the agencies' },
  class: 'act',
  watches: 'A decision lacks its reason or the support offered, and no feedback on the referral follows within 3 working days.',
  tells: 'The deciding agency; after 5 working days the referrer too, to pursue it',
  due: 'At once: it is raised when the time has passed',
  silentWhen: 'The decision says both, or feedback was given.',
  on: [referralDecided, referralMade],
  answer: {
    words: 'Feedback on this referral',
    records: [referralFeedbackGiven],
    when: (record, alert, file) => {
      const decision = decisionBehind(alert, file);
      return is(referralFeedbackGiven, record) && decision !== undefined && record.data.referralId === decision.data.referralId;
    },
  },
  judge: (trigger, file) => {
    const decided = decidedBy(trigger, file);
    const decision = is(referralDecided, trigger) ? trigger : decided?.decision;
    if (decision === undefined) return [];
    const { referralId, justification, supportOffered } = decision.data;
    if (!isBlank(justification) && !isBlank(supportOffered)) return [];
    const given = inTheirMatters(file, namedIn(file, decision as Entry), referralFeedbackGiven);
    if (given.some((feedback) => feedback.data.referralId === referralId && feedback.time >= decision.time)) return [];
    const { feedbackWorkingDays, pursueFeedbackWorkingDays } = file.settings.thresholds;
    const isFirst = decision.index === trigger.index;
    const found = { about: concernsWhom(trigger), evidence: isFirst ? [trigger] : [trigger, decision] };
    const feedback: Finding = {
      ...found,
      to: [agency(decision.agency)],
      unlessWithin: workingDays(feedbackWorkingDays),
      reason: 'The decision on this referral lacks its reason or the support offered: give the referrer feedback.',
    };
    const pursuit = {
      ...found,
      unlessWithin: workingDays(pursueFeedbackWorkingDays),
      reason: 'The decision on this referral lacks its reason or the support offered, and no feedback has come: pursue it.',
    };
    return [...(isFirst ? [feedback] : []), ...(decided === undefined ? [] : [{ ...pursuit, to: [agency(decided.referral.agency)] }])];
  },
});
