import { londonDay } from '@throughline/kernel';
import {
  agencyKind,
  childrenAmong,
  concernsWhom,
  enrolmentOn,
  hasDomesticAbuseHistory,
  higher,
  household,
  involvedAgencies,
  isAged,
  type PersonFile,
  refIn,
  riskLevel,
  settingOf,
} from '@throughline/projections';
import { caseClosed, type RiskLevel } from '@throughline/records';
import { acknowledgement, agency, defineSafeguard, type JudgedCase, service } from '../safeguard';

const [YOUNGEST, OLDEST] = [2, 17];
const REASONS: ReadonlySet<string> = new Set(['not-engaging', 'declined-support']);
/** Agencies that stand by victims themselves. */
const DOMESTIC_ABUSE_KINDS: ReadonlySet<string> = new Set(['idva', 'specialist-da']);

/** The highest level of anybody in the household; undefined where nobody was assessed. */
const levelOf = (members: readonly PersonFile[], file: JudgedCase): RiskLevel | undefined =>
  members
    .flatMap((member) => riskLevel(member, file.at, file.settings.thresholds.currentMonths) ?? [])
    .reduce<RiskLevel | undefined>((level, other) => (level === undefined || higher(other, level) ? other : level), undefined);

/** When nobody stands by a family any more and the risk remains, the staff who see the children every day stay vigilant. */
export const tellSchools = defineSafeguard({
  id: 'tell-schools',
  version: 1,
  source: {
    seed: '004',
    quote:
      'staff in pre-schools and primary schools should be aware if the family are not being monitored and or the family have decided not to access support',
  },
  class: 'know',
  watches:
    'A case is closed with “not engaging” or “declined support” as its reason, the risk is not standard, and no domestic abuse service is left.',
  tells: 'The setting where each child of 2 to 17 is enrolled, and asks it not to raise this with either parent',
  due: 'No time; it is acknowledged',
  silentWhen:
    'The case was closed for another reason, the risk is standard, there is no domestic abuse in the history, a domestic abuse service stays, or no child of 2 to 17 is enrolled.',
  on: [caseClosed],
  contact: true,
  answer: acknowledgement,
  judge: (trigger, file) => {
    const whose = file.fileOf(concernsWhom(trigger));
    if (!REASONS.has(trigger.data.reason) || !hasDomesticAbuseHistory(file, whose)) return [];
    const members = household(file, whose);
    if (levelOf(members, file) === 'standard') return [];
    const left = involvedAgencies(file, whose).filter(
      (each) => each.agency !== trigger.agency && DOMESTIC_ABUSE_KINDS.has(agencyKind(file.settings, each.agency) ?? ''),
    );
    if (left.length > 0) return [];
    const day = londonDay(trigger.time);
    return childrenAmong(members, day)
      .filter((child) => isAged(child, YOUNGEST, OLDEST))
      .flatMap(({ file: child }) => {
        const enrolment = enrolmentOn(child, day);
        if (enrolment === undefined) return [];
        const setting = settingOf(file.settings, enrolment);
        return [
          {
            to: [setting === undefined ? service('education') : agency(setting)],
            about: refIn(trigger, child),
            evidence: [trigger, enrolment],
            reason:
              'Support for this child’s family has ended while a risk remains, and no domestic abuse service is left. Stay watchful for the child, and do not raise it with either parent.',
          },
        ];
      });
  },
});
