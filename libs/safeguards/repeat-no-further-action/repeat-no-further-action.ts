import { addMonths, londonDay } from '@throughline/kernel';
import {
  concernsWhom,
  type Decision,
  decisionsOn,
  type Entry,
  familyOf,
  isToSocialCare,
  type Referral,
  referralOf,
  sameRecord,
  socialCareReferrals,
} from '@throughline/projections';
import { is, meetingHeld, REFERRAL_OUTCOMES, referralDecided, strategyDiscussionHeld } from '@throughline/records';
import { defineSafeguard, type JudgedCase, service, workingDays } from '../safeguard';

const TURNED_AWAY: ReadonlySet<(typeof REFERRAL_OUTCOMES)[number]> = new Set(['no-further-action', 'declined', 'signposted']);

/** What was decided last of referrals that count as one. */
const lastDecision = (file: JudgedCase, group: readonly Referral[]): Decision | undefined =>
  group
    .flatMap((referral) => decisionsOn(file, referral))
    .sort((one, other) => one.index - other.index)
    .at(-1);

/** Two referrals turned away in a year call for a meeting. */
export const repeatNoFurtherAction = defineSafeguard({
  id: 'repeat-no-further-action',
  version: 1,
  source: {
    seed: '000',
    quote:
      'where more than one referral has resulted in No Further Action, workforce need to be aware of when it will be necessary to call a meeting',
  },
  class: 'act',
  watches: 'A second referral about a child or a sibling in 12 months ends with no further action, is declined or signposted.',
  tells: 'Children’s social care: call a meeting',
  due: '3 working days',
  silentWhen: 'One of them was accepted or passed on, both are about one incident, or 12 months lie between the decisions.',
  on: [referralDecided],
  answer: {
    words: 'A meeting, or a strategy discussion',
    records: [meetingHeld, strategyDiscussionHeld],
    when: (record, alert, file) => {
      const decision = file.person.entry(alert.trigger);
      if (decision === undefined) return false;
      const heldOn = is(strategyDiscussionHeld, record) ? record.data.heldOn : londonDay(record.time);
      return heldOn >= londonDay(decision.time);
    },
  },
  judge: (trigger, file) => {
    if (!TURNED_AWAY.has(trigger.data.outcome)) return [];
    const referral = referralOf(file, trigger);
    if (referral === undefined || !isToSocialCare(referral)) return [];
    const { currentMonths, repeatNoFurtherAction: repeat } = file.settings.thresholds;
    const since = addMonths(trigger.time, -currentMonths);
    const turnedAway = socialCareReferrals(file, familyOf(file, trigger as Entry, referral as Entry))
      .flatMap((group) => lastDecision(file, group) ?? [])
      .filter(({ data, time }) => TURNED_AWAY.has(data.outcome) && time > since && time <= trigger.time);
    const earlier = turnedAway.filter((decision) => !sameRecord(decision, trigger));
    if (earlier.length === turnedAway.length || turnedAway.length < repeat) return [];
    return [
      {
        to: [service('childrens-social-care')],
        about: concernsWhom(trigger),
        evidence: [trigger, ...earlier],
        due: workingDays(3),
        reason: `${turnedAway.length} referrals about a child of this family have ended without action in 12 months: call a meeting.`,
      },
    ];
  },
});
