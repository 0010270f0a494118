import { concernsWhom } from '@throughline/projections';
import { type CommonData, is, referralDecided, referralMade } from '@throughline/records';
import { decidedBy, decisionBehind, evidenceOf } from '../decided-referral';
import { agency, defineSafeguard, service, workingDays } from '../safeguard';

type Decided = (typeof referralDecided)['Data'];

const bothSeen = ({ childSeenInPerson, parentSeenInPerson }: Decided): boolean => childSeenInPerson === true && parentSeenInPerson === true;

/** Nobody decides on no further action about a child in danger without having seen the child and the parent. */
export const noFurtherActionUnseen = defineSafeguard<CommonData>({
  id: 'no-further-action-unseen',
  version: 1,
  source: {
    seed: '000',
    quote:
      'the child and parent should be seen in person when child protection concerns have been raised before a decision is made to take No Further Action',
  },
  class: 'act',
  watches:
    'A referral to children’s social care because of child protection, or for a concern that is not recorded, gets no further action and the child or the parent was not seen in person.',
  tells: 'Children’s social care, the referrer',
  due: '1 working day',
  silentWhen: 'Both were seen, the concern was another, or the outcome is not “no further action”.',
  on: [referralDecided, referralMade],
  answer: {
    words: 'A later decision on this referral, with child and parent seen in person',
    records: [referralDecided],
    when: (record, alert, file) => {
      const decision = decisionBehind(alert, file);
      return (
        is(referralDecided, record) &&
        decision !== undefined &&
        record.time >= decision.time &&
        record.data.referralId === decision.data.referralId &&
        bothSeen(record.data)
      );
    },
  },
  judge: (trigger, file) => {
    const decided = decidedBy(trigger, file);
    if (decided?.decision.data.outcome !== 'no-further-action' || bothSeen(decided.decision.data)) return [];
    const { referral } = decided;
    if (referral.data.service !== 'childrens-social-care') return [];
    if ((referral.data.concern ?? 'child-protection') !== 'child-protection') return [];
    return [
      {
        to: [service('childrens-social-care'), agency(referral.agency)],
        about: concernsWhom(trigger),
        evidence: evidenceOf(trigger, decided),
        due: workingDays(1),
        reason:
          'No further action was decided and it is not recorded that child and parent were both seen in person: see them and decide again.',
      },
    ];
  },
});
