import { concernsWhom, type Entry, inTheirMatters, isBlank, namedIn, referralOf } from '@throughline/projections';
import { is, referralDecided, referralFeedbackGiven } from '@throughline/records';
import { agency, defineSafeguard, workingDays } from '../safeguard';

/** A decision that does not say why, or what is offered, is explained to the referrer; if it is not, the referrer pursues it. */
export const feedbackOverdue = defineSafeguard({
  id: 'feedback-overdue',
  version: 1,
  source: { seed: '002', quote: 'Decisions made by Children Social Care were not always fed back to the agencies' },
  class: 'act',
  watches: 'A decision lacks its reason or the support offered, and no feedback on the referral follows.',
  tells: 'The deciding agency; after 5 working days the referrer too, to pursue it',
  due: 'At once: it is raised when the time has passed',
  silentWhen: 'The decision says both, or feedback was given.',
  on: [referralDecided],
  answer: {
    words: 'Feedback on this referral',
    records: [referralFeedbackGiven],
    when: (record, alert, file) => {
      const decision = file.person.entry(alert.trigger);
      return (
        is(referralFeedbackGiven, record) &&
        decision !== undefined &&
        is(referralDecided, decision) &&
        record.data.referralId === decision.data.referralId
      );
    },
  },
  judge: (trigger, file) => {
    const { referralId, justification, supportOffered } = trigger.data;
    if (!isBlank(justification) && !isBlank(supportOffered)) return [];
    const given = inTheirMatters(file, namedIn(file, trigger as Entry), referralFeedbackGiven);
    if (given.some((feedback) => feedback.data.referralId === referralId && feedback.time >= trigger.time)) return [];
    const { feedbackWorkingDays, pursueFeedbackWorkingDays } = file.settings.thresholds;
    const found = { about: concernsWhom(trigger), evidence: [trigger] };
    const referral = referralOf(file, trigger);
    const pursuit = {
      ...found,
      unlessWithin: workingDays(pursueFeedbackWorkingDays),
      reason: 'The decision on this referral lacks its reason or the support offered, and no feedback has come: pursue it.',
    };
    return [
      {
        ...found,
        to: [agency(trigger.agency)],
        unlessWithin: workingDays(feedbackWorkingDays),
        reason: 'The decision on this referral lacks its reason or the support offered: give the referrer feedback.',
      },
      ...(referral === undefined ? [] : [{ ...pursuit, to: [agency(referral.agency)] }]),
    ];
  },
});
