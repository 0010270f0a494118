import { agencyKind, type CaseFile, highSince, household, isAwaitingMarac, maracActivity, type PersonFile } from '@throughline/projections';
import { caseClosed, caseOpened, is, maracCaseHeard } from '@throughline/records';
import { agency, defineSafeguard, service, workingDays } from '../safeguard';

const closers: ReadonlySet<string> = new Set(['childrens-social-care', 'adult-social-care', 'idva', 'specialist-da']);

/** High at an instant, and not heard at MARAC since it became high. */
const isHighUnheard = (file: CaseFile, person: PersonFile, at: number): boolean => {
  const since = highSince(person, at, file.settings.thresholds.currentMonths);
  if (since === undefined) return false;
  return !maracActivity(person).some((entry) => is(maracCaseHeard, entry) && entry.time >= since);
};

/** A case is not closed while MARAC has still to hear it. */
export const closureBeforeMarac = defineSafeguard({
  id: 'closure-before-marac',
  version: 1,
  source: { seed: '004', quote: 'High risk cases could remain open until heard at MARAC' },
  class: 'now',
  watches:
    'Social care, an IDVA or a specialist service closes a case while a MARAC referral or listing is open, or the risk is high and the case has not been heard since it became so.',
  tells: 'The closing agency, MARAC',
  due: '1 working day',
  silentWhen: 'MARAC has heard the case since, nothing waits for it, or another kind of agency closes.',
  on: [caseClosed],
  answer: {
    words: 'The case is opened again, or is heard at MARAC',
    records: [caseOpened, maracCaseHeard],
    when: (record, alert, file) => {
      const closure = file.person.entry(alert.trigger);
      if (closure === undefined) return false;
      if (is(caseOpened, record)) return record.agency === closure.agency && record.time >= closure.time;
      // A hearing of long ago that is only now recorded has not heard what waits.
      return (
        record.time >= closure.time ||
        !household(file).some((member) => isAwaitingMarac(file, member) || isHighUnheard(file, member, closure.time))
      );
    },
  },
  judge: (trigger, file) => {
    if (!closers.has(agencyKind(file.settings, trigger.agency) ?? '')) return [];
    const waiting = household(file).some((member) => isAwaitingMarac(file, member));
    if (!waiting && !household(file).some((member) => isHighUnheard(file, member, trigger.time))) return [];
    return [
      {
        to: [agency(trigger.agency), service('marac')],
        evidence: [trigger],
        due: workingDays(1),
        reason: waiting
          ? `Case ${trigger.data.caseId} was closed while MARAC has still to hear it: keep it open until then.`
          : `Case ${trigger.data.caseId} was closed at high risk and has not been heard at MARAC: keep it open and refer.`,
      },
    ];
  },
});
