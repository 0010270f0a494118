import { addMonths } from '@throughline/kernel';
import {
  concernsWhom,
  decisionsOn,
  type Entry,
  familyOf,
  isToSocialCare,
  type Referral,
  sameRecord,
  socialCareReferrals,
} from '@throughline/projections';
import { is, referralDecided, referralMade } from '@throughline/records';
import { defineSafeguard, service, workingDays } from '../safeguard';

/** A second referral about a child or a sibling in a year is decided with the first in view. */
export const repeatSocialCareReferral = defineSafeguard({
  id: 'repeat-social-care-referral',
  version: 1,
  source: { seed: '001', quote: "focused on repeat referrals into Children's Social Care" },
  class: 'act',
  watches: 'A second referral to MASH or children’s social care about a child or a sibling in 12 months.',
  tells: 'MASH, children’s social care',
  due: '1 working day',
  silentWhen: 'It was passed on from MASH to children’s social care, is about the same incident as an earlier one, or has been decided.',
  on: [referralMade],
  answer: {
    words: 'A decision on this referral',
    records: [referralDecided],
    when: (record, alert, file) => {
      const referral = file.person.entry(alert.trigger);
      return (
        is(referralDecided, record) &&
        referral !== undefined &&
        is(referralMade, referral) &&
        record.data.referralId === referral.data.referralId
      );
    },
  },
  judge: (trigger, file) => {
    if (!isToSocialCare(trigger) || decisionsOn(file, trigger).length > 0) return [];
    const { currentMonths, repeatReferrals } = file.settings.thresholds;
    const [since, until] = [addMonths(trigger.time, -currentMonths), addMonths(trigger.time, currentMonths)];
    // One that was made later and was known before counts too: referrals come in in any order.
    const counts = ({ time, index }: Referral): boolean =>
      time > since && (time <= trigger.time || (index < trigger.index && time < until));
    const firsts = socialCareReferrals(file, familyOf(file, trigger as Entry)).flatMap(([first]) => first ?? []);
    if (!firsts.some((first) => sameRecord(first, trigger))) return [];
    const others = firsts.filter((first) => !sameRecord(first, trigger) && counts(first));
    if (others.length + 1 < repeatReferrals) return [];
    return [
      {
        to: [service('mash'), service('childrens-social-care')],
        about: concernsWhom(trigger),
        evidence: [trigger, ...others],
        due: workingDays(1),
        reason: `This is referral ${others.length + 1} about a child of this family in 12 months: decide it with the others in view.`,
      },
    ];
  },
});
