import { addMonths, endOfDay, londonDay, type RefToken } from '@throughline/kernel';
import {
  type Entry,
  highSince,
  household,
  isSubjectSide,
  leadAgency,
  type PersonFile,
  riskLevel,
  victimsOf,
} from '@throughline/projections';
import {
  type CommonData,
  is,
  maracCaseHeard,
  referralDecided,
  referralMade,
  riskAssessmentCompleted,
  safetyPlanAgreed,
} from '@throughline/records';
import { decidedBy, evidenceOf } from '../decided-referral';
import { agency, defineSafeguard, type JudgedCase, service, workingDays } from '../safeguard';

/** What calls for a safety plan, in words; undefined where the record does not. */
const callsForPlan = (trigger: Entry, file: JudgedCase): string | undefined => {
  if (is(riskAssessmentCompleted, trigger)) return trigger.data.level === 'high' ? 'The risk was assessed as high' : undefined;
  if (is(maracCaseHeard, trigger)) return 'The case was heard at MARAC';
  const decided = decidedBy(trigger, file);
  if (decided?.decision.data.outcome !== 'accepted') return undefined;
  return decided.referral.data.service === 'idva' ? 'The IDVA service accepted a referral' : undefined;
};

const concerned = (trigger: Entry, file: JudgedCase): ReadonlyMap<PersonFile, RefToken> => {
  const victims = victimsOf(trigger, file);
  if (victims.size > 0) return victims;
  return isSubjectSide(file.person, trigger) ? new Map([[file.person, trigger.subject as RefToken]]) : new Map();
};

/** Whether a plan with this person still stands: not past its review, of the last year, and not made for a lower risk. */
const hasPlan = (file: JudgedCase, trigger: Entry): boolean => {
  const { currentMonths } = file.settings.thresholds;
  const rise = is(riskAssessmentCompleted, trigger) ? (highSince(file.person, trigger.time, currentMonths) ?? trigger.time) : undefined;
  return file.person
    .of(safetyPlanAgreed)
    .filter((plan) => isSubjectSide(file.person, plan as Entry))
    .some(
      ({ time, data }) =>
        time > addMonths(file.at, -currentMonths) &&
        (data.reviewOn === undefined || file.at <= endOfDay(data.reviewOn)) &&
        (rise === undefined || londonDay(time) >= londonDay(rise)),
    );
};

/** The trigger; and of a referral that came in after its decision, that decision. */
const evidenceIn = (trigger: Entry, file: JudgedCase): readonly Entry[] => {
  const decided = is(referralMade, trigger) ? decidedBy(trigger, file) : undefined;
  return decided === undefined ? [trigger] : evidenceOf(trigger, decided);
};

/** Somebody at high risk has a safety plan within ten working days. */
export const safetyPlanMissing = defineSafeguard<CommonData>({
  id: 'safety-plan-missing',
  version: 1,
  source: { seed: '004', quote: '1 case was without a clear safety plan' },
  class: 'act',
  watches:
    'The risk is high, the case was heard at MARAC or the IDVA service accepted a referral, and 10 working days later there is no safety plan.',
  tells: 'The lead agency, else the IDVA service',
  due: 'At once: it is raised when the time has passed',
  silentWhen: 'A safety plan was agreed in that time, one that still stands was there before, or the risk has fallen.',
  on: [riskAssessmentCompleted, maracCaseHeard, referralDecided, referralMade],
  contact: true,
  answer: {
    words: 'A safety plan that was agreed with the person',
    records: [safetyPlanAgreed],
    // One that no longer stands, or was made for a lower risk, answers nothing though it comes in now.
    when: (record, alert, file) => {
      const trigger = file.person.entry(alert.trigger);
      return isSubjectSide(file.person, record) && (trigger === undefined || hasPlan(file, trigger));
    },
  },
  holds: (alert, file) => {
    const trigger = file.person.entry(alert.trigger);
    if (trigger === undefined) return true;
    const fallen =
      is(riskAssessmentCompleted, trigger) && riskLevel(file.person, file.at, file.settings.thresholds.currentMonths) !== 'high';
    return !fallen && !hasPlan(file, trigger);
  },
  addressees: (_alert, file) => {
    const lead = leadAgency(file, household(file));
    return [lead === undefined ? service('idva') : agency(lead)];
  },
  judge: (trigger, file) => {
    const why = callsForPlan(trigger, file);
    if (why === undefined) return [];
    return [...concerned(trigger, file)].map(([, about]) => ({
      // Who leads is known only when the term has passed.
      to: [agency(trigger.agency)],
      about,
      evidence: evidenceIn(trigger, file),
      unlessWithin: workingDays(file.settings.thresholds.safetyPlanWorkingDays),
      reason: `${why} and no safety plan has been agreed: agree one with the person, with who does what by when.`,
    }));
  },
});
