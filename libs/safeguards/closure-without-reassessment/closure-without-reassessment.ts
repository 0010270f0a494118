import { addMonths } from '@throughline/kernel';
import {
  agencyKind,
  closeFamily,
  concernedBy,
  type Entry,
  hasDomesticAbuseHistory,
  type PersonFile,
  victimsOf,
} from '@throughline/projections';
import { caseClosed, deathRecorded, is, riskAssessmentCompleted } from '@throughline/records';
import { agency, defineSafeguard, type JudgedCase, workingDays } from '../safeguard';

const CLOSERS: ReadonlySet<string> = new Set(['childrens-social-care', 'idva', 'specialist-da']);

/** Those whose case it was: parents and children, and whom the closure names. Whoever else lives there has a case of their own. */
const familyIn = (closure: Entry, file: JudgedCase): readonly PersonFile[] => [
  ...new Set([...closeFamily(file), ...concernedBy(closure).map((ref) => file.fileOf(ref))]),
];

/** An assessment of somebody of this family that is no older than the months allowed when the case was closed. */
const isRecent = (record: Entry, closure: Entry, file: JudgedCase): boolean => {
  if (!is(riskAssessmentCompleted, record)) return false;
  if (record.time < addMonths(closure.time, -file.settings.thresholds.reassessmentMonths)) return false;
  const assessed = victimsOf(record, file);
  return familyIn(closure, file).some((member) => assessed.has(member));
};

/** Before a case closes, the risk is assessed again. */
export const closureWithoutReassessment = defineSafeguard({
  id: 'closure-without-reassessment',
  version: 1,
  source: { seed: '002', quote: 'the assessment of risk was not sufficiently robust' },
  class: 'act',
  watches:
    'Children’s social care, an IDVA or a specialist service closes a case with domestic abuse in the history, and the last risk assessment is more than 3 months old, or there is none.',
  tells: 'The closing agency',
  due: '2 working days',
  silentWhen: 'The risk was assessed in the 3 months before, there is no domestic abuse in the history, or the person has died.',
  on: [caseClosed],
  contact: true,
  answer: {
    words: 'A risk assessment',
    records: [riskAssessmentCompleted],
    when: (record, alert, file) => {
      const closure = file.person.entry(alert.trigger);
      return closure !== undefined && isRecent(record, closure, file);
    },
  },
  judge: (trigger, file) => {
    if (!CLOSERS.has(agencyKind(file.settings, trigger.agency) ?? '') || !hasDomesticAbuseHistory(file)) return [];
    const hasDied = trigger.data.reason === 'deceased' || file.person.of(deathRecorded).some(({ subject }) => file.person.has(subject));
    if (hasDied) return [];
    const assessments = familyIn(trigger as Entry, file).flatMap((member) => member.of(riskAssessmentCompleted));
    if (assessments.some((record) => record.time <= trigger.time && isRecent(record, trigger, file))) return [];
    return [
      {
        to: [agency(trigger.agency)],
        evidence: [trigger],
        due: workingDays(2),
        reason: `Case ${trigger.data.caseId} was closed without a risk assessment in the ${file.settings.thresholds.reassessmentMonths} months before: assess the risk again.`,
      },
    ];
  },
});
