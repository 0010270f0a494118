import {
  attemptsWith,
  type Decision,
  concernsWhom,
  type Entry,
  familyOf,
  inTheirMatters,
  isSubjectSide,
  namedIn,
  type PersonFile,
  type Referral,
  referralOf,
  riskLevel,
  sameRecord,
} from '@throughline/projections';
import {
  type CommonData,
  contactRecorded,
  is,
  referralDecided,
  referralMade,
  riskAssessmentCompleted,
  safeAccommodationPlaced,
  type Service,
} from '@throughline/records';
import { isLive } from '../alert';
import { decidedBy, decisionBehind } from '../decided-referral';
import { agency, defineSafeguard, type Finding, type JudgedCase, workingDays } from '../safeguard';

const WAITED_FOR: ReadonlySet<Service> = new Set(['idva', 'specialist-da', 'refuge']);

/** Those whom a decision is about, by every reference that the matter goes by. */
const waiting = (file: JudgedCase, decision: Decision): readonly PersonFile[] => {
  const named = namedIn(file, decision as Entry).filter((person) => isSubjectSide(person, decision as Entry));
  return [...named, ...named.flatMap((person) => file.underSameMatters(person))];
};

/** An attempt of the service that accepted to reach one of them, or a place in safe accommodation. */
const reaches = (record: Entry, people: readonly PersonFile[], decision: Decision): boolean => {
  if (is(safeAccommodationPlaced, record)) return people.some((person) => isSubjectSide(person, record));
  if (!is(contactRecorded, record) || record.agency !== decision.agency) return false;
  return people.some((person) => attemptsWith(person, record.time).some((attempt) => sameRecord(attempt, record)));
};

/** Since the referral was made: who called before saying yes has called. */
const isReached = (file: JudgedCase, decision: Decision, referral: Referral): boolean => {
  const people = waiting(file, decision);
  return people
    .flatMap((person): readonly Entry[] => [...person.of(contactRecorded), ...person.of(safeAccommodationPlaced)])
    .some((record) => record.time >= referral.time && reaches(record, people, decision));
};

/** An alert to each of the service and the referrer, due so many working days after the referral was accepted, by the risk as it is now. */
const wait = (file: JudgedCase, trigger: Entry, decision: Decision): readonly Finding[] => {
  const referral = referralOf(file, decision);
  if (referral === undefined || decision.data.outcome !== 'accepted' || !WAITED_FOR.has(referral.data.service)) return [];
  if (isReached(file, decision, referral)) return [];
  const { firstContactHighWorkingDays, firstContactWorkingDays, currentMonths } = file.settings.thresholds;
  const high = familyOf(file, decision).some((member) => riskLevel(member, file.at, currentMonths) === 'high');
  const days = high ? firstContactHighWorkingDays : firstContactWorkingDays;
  return [
    {
      to: [agency(decision.agency), agency(referral.agency)],
      about: concernsWhom(trigger),
      evidence: [trigger, ...[decision as Entry, referral as Entry].filter((record) => !sameRecord(trigger, record))],
      unlessWithin: () => workingDays(days)(decision.logTime),
      reason: `A referral was accepted and nobody has tried to reach the person within ${days} working days${high ? ' at high risk' : ''}: make contact.`,
    },
  ];
};

/** Who was promised help is not left waiting for it. */
export const idvaWaiting = defineSafeguard<CommonData>({
  id: 'idva-waiting',
  version: 1,
  source: {
    seed: '003',
    quote:
      'whether the capacity of the IDVA service is sufficient to manage the volume of cases in Sefton to reduce the need for a waiting list',
  },
  class: 'act',
  watches:
    'A referral to an IDVA, a specialist service or a refuge was accepted, and nobody has tried to reach the person nor found them a place within 5 working days (2 where the risk is high).',
  tells: 'The service, the referrer',
  due: 'At once: it is raised when the time has passed',
  silentWhen: 'The service has tried, or a place was found; an appointment that the service cancelled is no attempt.',
  on: [referralDecided, referralMade, riskAssessmentCompleted],
  contact: true,
  answer: {
    words: 'An attempt of the service to reach the person, or a place in safe accommodation',
    records: [contactRecorded, safeAccommodationPlaced],
    when: (record, alert, file) => {
      const decision = decisionBehind(alert, file);
      if (decision === undefined || record.time < (referralOf(file, decision)?.time ?? decision.time)) return false;
      return reaches(record, waiting(file, decision), decision);
    },
  },
  // A risk that rises while somebody waits brings the day forward: one wait, one alert.
  holds: (alert, file) =>
    !file
      .alertsAbout(alert.about)
      .some(
        (other) =>
          other.safeguard === alert.safeguard &&
          other.agency === alert.agency &&
          isLive(other) &&
          alert.evidence.some((key) => other.evidence.some((known) => sameRecord(known, key))),
      ),
  judge: (trigger, file) => {
    if (is(referralDecided, trigger) || is(referralMade, trigger)) {
      const decided = decidedBy(trigger, file);
      return decided === undefined ? [] : wait(file, trigger, decided.decision);
    }
    const brings = is(riskAssessmentCompleted, trigger) && (trigger.data.level === 'high' || trigger.amendment !== undefined);
    if (!brings) return [];
    return inTheirMatters(file, familyOf(file, trigger), referralDecided).flatMap((decision) => wait(file, trigger, decision));
  },
});
