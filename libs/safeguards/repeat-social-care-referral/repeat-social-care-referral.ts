import { addMonths } from '@throughline/kernel';
import { concernsWhom, decisionsOn, type Entry, familyOf, isToSocialCare, sameRecord, socialCareReferrals } from '@throughline/projections';
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
    const since = addMonths(trigger.time, -currentMonths);
    const firsts = socialCareReferrals(file, familyOf(file, trigger as Entry)).flatMap(([first]) => first ?? []);
    if (!firsts.some((first) => sameRecord(first, trigger))) return [];
    const earlier = firsts.filter((first) => !sameRecord(first, trigger) && first.time > since && first.time <= trigger.time);
    if (earlier.length + 1 < repeatReferrals) return [];
    return [
      {
        to: [service('mash'), service('childrens-social-care')],
        about: concernsWhom(trigger),
        evidence: [trigger, ...earlier],
        due: workingDays(1),
        reason: `This is referral ${earlier.length + 1} about a child of this family in 12 months: decide it with the earlier ones in view.`,
      },
    ];
  },
});
