import type { RefToken } from '@throughline/kernel';
import {
  agencyKind,
  type CaseFile,
  closeFamily,
  concernedBy,
  type Entry,
  highSince,
  household,
  isAwaitingMarac,
  isSubjectSide,
  maracActivity,
  type PersonFile,
  sameRecord,
} from '@throughline/projections';
import {
  caseClosed,
  caseOpened,
  type CommonData,
  is,
  maracCaseHeard,
  maracCaseListed,
  referralMade,
  riskAssessmentCompleted,
} from '@throughline/records';
import type { Alert } from '../alert';
import { agency, defineSafeguard, type Finding, type JudgedCase, service, workingDays } from '../safeguard';

const ID = 'closure-before-marac';

const closers: ReadonlySet<string> = new Set(['childrens-social-care', 'adult-social-care', 'idva', 'specialist-da']);

/** High at an instant, and not heard at MARAC since it became high. */
const isHighUnheard = (file: CaseFile, person: PersonFile, at: number): boolean => {
  const since = highSince(person, at, file.settings.thresholds.currentMonths);
  if (since === undefined) return false;
  return !maracActivity(person).some((entry) => is(maracCaseHeard, entry) && entry.time >= since);
};

type Closure = Entry<(typeof caseClosed)['Data']>;

/** A closure while MARAC has still to hear the case, or while the risk is high and unheard. */
const onClosure = (closure: Closure, trigger: Entry, file: JudgedCase): readonly Finding[] => {
  if (!closers.has(agencyKind(file.settings, closure.agency) ?? '')) return [];
  const members = household(file, file.fileOf(closure.subject as RefToken));
  const waiting = members.some((member) => isAwaitingMarac(file, member));
  if (!waiting && !members.some((member) => isHighUnheard(file, member, closure.time))) return [];
  return [
    {
      to: [agency(closure.agency), service('marac')],
      about: closure.subject as RefToken,
      evidence: sameRecord(trigger, closure) ? [trigger] : [trigger, closure],
      due: workingDays(1),
      reason: waiting
        ? `Case ${closure.data.caseId} was closed while MARAC has still to hear it: keep it open until then.`
        : `Case ${closure.data.caseId} was closed at high risk and has not been heard at MARAC: keep it open and refer.`,
    },
  ];
};

const isForMarac = (record: Entry): boolean =>
  is(maracCaseListed, record) ||
  (is(referralMade, record) && record.data.service === 'marac') ||
  (is(riskAssessmentCompleted, record) && record.data.level === 'high');

const closureBehind = ({ evidence }: Alert, file: JudgedCase): Closure | undefined =>
  evidence.flatMap((key) => file.person.entry(key) ?? []).find((entry): entry is Entry & Closure => is(caseClosed, entry));

const isTold = (closure: Closure, file: JudgedCase): boolean =>
  file
    .alertsAbout(closure.subject as RefToken)
    .some(
      ({ safeguard, status, evidence }) => safeguard === ID && status !== 'superseded' && evidence.some((key) => sameRecord(key, closure)),
    );

/** Closures of a case that were known before what was sent to MARAC, or found to be high, before them; opened again since, they are none. */
const closuresSince = (trigger: Entry, file: JudgedCase): readonly Closure[] => {
  const members = [...new Set(concernedBy(trigger).flatMap((ref) => household(file, file.fileOf(ref))))];
  const openings = members.flatMap((member) => member.of(caseOpened));
  const closures = new Map(members.flatMap((member) => member.of(caseClosed).map((closure) => [closure.index, closure] as const)));
  return [...closures.values()].filter(
    (closure) =>
      closure.index < trigger.index &&
      closure.time >= trigger.time &&
      !openings.some((opening) => opening.agency === closure.agency && opening.time >= closure.time) &&
      !isTold(closure, file),
  );
};

/** A case is not closed while MARAC has still to hear it. */
export const closureBeforeMarac = defineSafeguard<CommonData>({
  id: ID,
  version: 1,
  source: { seed: '004', quote: 'High risk cases could remain open until heard at MARAC' },
  class: 'now',
  watches:
    'Social care, an IDVA or a specialist service closes a case while a MARAC referral or listing is open, or the risk is high and the case has not been heard since it became so.',
  tells: 'The closing agency, MARAC',
  due: '1 working day',
  silentWhen: 'MARAC has heard the case since, nothing waits for it, or another kind of agency closes.',
  on: [caseClosed, referralMade, maracCaseListed, riskAssessmentCompleted],
  answer: {
    words: 'The case is opened again, or is heard at MARAC',
    records: [caseOpened, maracCaseHeard],
    when: (record, alert, file) => {
      const closure = closureBehind(alert, file);
      if (closure === undefined) return false;
      if (is(caseOpened, record)) return record.agency === closure.agency && record.time >= closure.time;
      const family = [...closeFamily(file), ...concernedBy(closure as Entry).map((ref) => file.fileOf(ref))];
      if (!family.some((member) => isSubjectSide(member, record))) return false;
      // A hearing of long ago that is only now recorded has not heard what waits.
      return (
        record.time >= closure.time ||
        !household(file).some((member) => isAwaitingMarac(file, member) || isHighUnheard(file, member, closure.time))
      );
    },
  },
  judge: (trigger, file) => {
    if (is(caseClosed, trigger)) return onClosure(trigger, trigger, file);
    if (!isForMarac(trigger)) return [];
    return closuresSince(trigger, file).flatMap((closure) => onClosure(closure, trigger, file));
  },
});
