import { addMonths, londonDay } from '@throughline/kernel';
import {
  concernsWhom,
  type Decision,
  decisionsOn,
  type Entry,
  familyOf,
  isToSocialCare,
  type Referral,
  sameRecord,
  socialCareReferrals,
} from '@throughline/projections';
import {
  type CommonData,
  is,
  meetingHeld,
  REFERRAL_OUTCOMES,
  referralDecided,
  referralMade,
  strategyDiscussionHeld,
} from '@throughline/records';
import { decidedBy, decisionBehind } from '../decided-referral';
import { defineSafeguard, type JudgedCase, service, workingDays } from '../safeguard';

const TURNED_AWAY: ReadonlySet<(typeof REFERRAL_OUTCOMES)[number]> = new Set(['no-further-action', 'declined', 'signposted']);

/** What was decided last of referrals that count as one. */
const lastDecision = (file: JudgedCase, group: readonly Referral[]): Decision | undefined =>
  group
    .flatMap((referral) => decisionsOn(file, referral))
    .sort((one, other) => one.index - other.index)
    .at(-1);

/** Two referrals turned away in a year call for a meeting. */
export const repeatNoFurtherAction = defineSafeguard<CommonData>({
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
  on: [referralDecided, referralMade],
  answer: {
    words: 'A meeting, or a strategy discussion',
    records: [meetingHeld, strategyDiscussionHeld],
    when: (record, alert, file) => {
      const decision = decisionBehind(alert, file);
      if (decision === undefined) return false;
      const heldOn = is(strategyDiscussionHeld, record) ? record.data.heldOn : londonDay(record.time);
      return heldOn >= londonDay(decision.time);
    },
  },
  judge: (trigger, file) => {
    const decided = decidedBy(trigger, file);
    if (decided === undefined || !TURNED_AWAY.has(decided.decision.data.outcome) || !isToSocialCare(decided.referral)) return [];
    const { decision, referral } = decided;
    const { currentMonths, repeatNoFurtherAction: repeat } = file.settings.thresholds;
    const [since, until] = [addMonths(decision.time, -currentMonths), addMonths(decision.time, currentMonths)];
    // One that happened later and was known before counts too: decisions come in in any order.
    const counts = ({ time, index }: Decision): boolean =>
      time > since && (time <= decision.time || (index < trigger.index && time < until));
    const turnedAway = socialCareReferrals(file, familyOf(file, decision as Entry, referral as Entry))
      .flatMap((group) => lastDecision(file, group) ?? [])
      .filter((last) => TURNED_AWAY.has(last.data.outcome) && counts(last));
    const earlier = turnedAway.filter((last) => !sameRecord(last, decision));
    if (earlier.length === turnedAway.length || turnedAway.length < repeat) return [];
    return [
      {
        to: [service('childrens-social-care')],
        about: concernsWhom(trigger),
        evidence: [trigger, ...(sameRecord(trigger, decision) ? [] : [decision]), ...earlier],
        due: workingDays(3),
        reason: `${turnedAway.length} referrals about a child of this family have ended without action in 12 months: call a meeting.`,
      },
    ];
  },
});
