import { londonDay } from '@throughline/kernel';
import {
  type Attempt,
  attemptsOfOneService,
  attemptsWith,
  concernsWhom,
  familyOf,
  hasDomesticAbuseHistory,
  inTheirMatters,
  isEngaged,
  isSubjectSide,
  leadAgency,
  missedOf,
  type PersonFile,
  receiverOf,
  riskLevel,
  sameRecord,
  serviceOf,
} from '@throughline/projections';
import { contactRecorded, is, referralMade, riskReviewed, safetyPlanAgreed } from '@throughline/records';
import { isLive } from '../alert';
import { agency, defineSafeguard, type JudgedCase, workingDays } from '../safeguard';

/** Declined, and the risk remains: said so, or not said while the level is not standard. Never assessed counts where there was abuse. */
const declinedAtRisk = (contact: Attempt, file: JudgedCase, family: readonly PersonFile[]): boolean => {
  if (contact.data.outcome !== 'declined') return false;
  if (contact.data.riskRemains !== undefined) return contact.data.riskRemains;
  const levels = family.flatMap((member) => riskLevel(member, file.at, file.settings.thresholds.currentMonths) ?? []);
  if (levels.length === 0) return family.some((member) => hasDomesticAbuseHistory(file, member));
  return levels.some((level) => level !== 'standard');
};

/** Who asked this service for help with this family, the last time. */
const referrerTo = (contact: Attempt, file: JudgedCase, family: readonly PersonFile[]): string | undefined =>
  inTheirMatters(file, family, referralMade)
    .filter((made) => made.agency !== contact.agency && receiverOf(file, made) === contact.agency)
    .at(-1)?.agency;

/** Whether a review of this service's row of missed contacts is asked for already and still open. */
const isAskedFor = (contact: Attempt, person: PersonFile, file: JudgedCase): boolean =>
  file.alertsAbout(person.person).some((alert) => {
    if (alert.safeguard !== 'non-engagement-review' || !isLive(alert)) return false;
    const first = person.entry(alert.trigger);
    return first !== undefined && is(contactRecorded, first) && serviceOf(first) === serviceOf(contact) && !sameRecord(first, contact);
  });

/** Not engaging is not assumed to be an informed decision: agencies ask what they offered, and how. */
export const nonEngagementReview = defineSafeguard({
  id: 'non-engagement-review',
  version: 1,
  source: { seed: '003', quote: 'this was not fully explored and a plan was not put in place to support her to engage' },
  class: 'act',
  watches:
    'With domestic abuse in the history, somebody was not engaged in 3 of the last 4 attempts of one service; or support was declined while the risk remains.',
  tells: 'The lead agency, else the referrer, else the service',
  due: '5 working days',
  silentWhen: 'The service cancelled, somebody declined and no risk remains, or a review of the same row of attempts is open already.',
  on: [contactRecorded],
  contact: true,
  answer: {
    words: 'A review of the risk, a safety plan, or a contact with this service in which the person was engaged',
    records: [riskReviewed, safetyPlanAgreed, contactRecorded],
    when: (record, alert, file) => {
      const missed = file.person.entry(alert.trigger);
      if (missed === undefined || !is(contactRecorded, missed) || !isSubjectSide(file.person, record)) return false;
      if (londonDay(record.time) < londonDay(missed.time)) return false;
      return !is(contactRecorded, record) || (isEngaged(record) && serviceOf(record) === serviceOf(missed));
    },
  },
  judge: (trigger, file) => {
    if (isEngaged(trigger)) return [];
    const about = concernsWhom(trigger);
    const person = file.fileOf(about);
    const attempts = attemptsOfOneService(attemptsWith(person, trigger.time), trigger);
    if (!attempts.some((attempt) => sameRecord(attempt, trigger))) return [];
    const family = familyOf(file, trigger);
    const { missedContacts, recentContacts } = file.settings.thresholds;
    const missed = hasDomesticAbuseHistory(file, person) ? missedOf(attempts, missedContacts, recentContacts) : [];
    const declined = declinedAtRisk(trigger, file, family);
    if (!declined && (missed.length === 0 || isAskedFor(trigger, person, file))) return [];
    const what = declined
      ? 'Support was declined and the risk remains'
      : `The person was not engaged in ${missed.length} of the last attempts of one service`;
    return [
      {
        to: [agency(leadAgency(file, family) ?? referrerTo(trigger, file, family) ?? trigger.agency)],
        about,
        evidence: [trigger, ...missed.filter((attempt) => !sameRecord(attempt, trigger))],
        due: workingDays(5),
        reason: `${what}. Review the risk and ask: what did we offer, and how? Not engaging is not assumed to be an informed decision.`,
      },
    ];
  },
});
