import {
  agencyKind,
  concernsWhom,
  familyOf,
  hasDomesticAbuseHistory,
  higher,
  isToSocialCare,
  type PersonFile,
  riskLevel,
} from '@throughline/projections';
import { type CommonData, is, referralDecided, referralEscalated, referralMade, type RiskLevel } from '@throughline/records';
import { decidedBy, decisionBehind, evidenceOf } from '../decided-referral';
import { agency, defineSafeguard, type JudgedCase, workingDays } from '../safeguard';

/** The highest level of anybody of the family now; undefined where nobody has been assessed in the months that count. */
const levelOf = (file: JudgedCase, family: readonly PersonFile[]): RiskLevel | undefined =>
  family
    .map((member) => riskLevel(member, file.at, file.settings.thresholds.currentMonths))
    .reduce((highest, level) => (highest === undefined || (level !== undefined && higher(level, highest)) ? level : highest), undefined);

/** A referral about children that was turned away while there is risk is challenged, or it is said why not. */
export const declinedNeedsChallenge = defineSafeguard<CommonData>({
  id: 'declined-needs-challenge',
  version: 1,
  source: { seed: '002', quote: 'There was a lack of escalation by agencies where a referral made to Children Social Care was declined' },
  class: 'act',
  watches:
    'A referral to children’s social care or MASH is declined or gets no further action, with domestic abuse in the history and the risk medium, high or never assessed.',
  tells: 'The referrer: escalate, or record why not',
  due: '5 working days',
  silentWhen: 'The risk is standard; where police referred, it is not high; or there is no domestic abuse in the history.',
  on: [referralDecided, referralMade],
  answer: {
    words: 'The referral is escalated, or the referrer closes this and says why not',
    records: [referralEscalated],
    when: (record, alert, file) => {
      const decision = decisionBehind(alert, file);
      return is(referralEscalated, record) && decision !== undefined && record.data.referralId === decision.data.referralId;
    },
  },
  judge: (trigger, file) => {
    const decided = decidedBy(trigger, file);
    if (decided === undefined || !isToSocialCare(decided.referral)) return [];
    const { decision, referral } = decided;
    const { outcome } = decision.data;
    if (outcome !== 'declined' && outcome !== 'no-further-action') return [];
    const family = familyOf(file, decision, referral);
    if (!family.some((member) => hasDomesticAbuseHistory(file, member))) return [];
    const level = levelOf(file, family);
    const byPolice = agencyKind(file.settings, referral.agency) === 'police';
    if (byPolice ? level !== 'high' : level === 'standard') return [];
    return [
      {
        to: [agency(referral.agency)],
        about: concernsWhom(trigger),
        evidence: evidenceOf(trigger, decided),
        due: workingDays(5),
        reason: `The referral was turned away (${outcome.replaceAll('-', ' ')}) though ${level === undefined ? 'the risk has not been assessed' : `the risk is ${level}`}: escalate it, or record why not.`,
      },
    ];
  },
});
