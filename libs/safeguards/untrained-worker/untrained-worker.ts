import { concernsWhom, type Entry, hasDomesticAbuseHistory, isSubjectSide, type PersonFile } from '@throughline/projections';
import { caseOpened, type CommonData, involvementStarted, is, riskAssessmentCompleted } from '@throughline/records';
import { agency, defineSafeguard, workingDays } from '../safeguard';

/** Whether whoever opens the case or assesses is trained in DASH: `absent` where it is not recorded, undefined where nobody is named. */
const training = (record: Entry): boolean | 'absent' | undefined => {
  if (is(riskAssessmentCompleted, record)) return record.data.assessorDashTrained ?? 'absent';
  if (is(caseOpened, record) || is(involvementStarted, record)) {
    return record.data.worker === undefined ? undefined : (record.data.worker.dashTrained ?? 'absent');
  }
  return undefined;
};

/** No earlier than the trigger: the same agency's assessment for an assessment; a worker of the same service, or on the same case, for a case. */
const isSameWork = (record: Entry, trigger: Entry, person: PersonFile): boolean => {
  if (record.agency !== trigger.agency || record.time < trigger.time) return false;
  if (is(riskAssessmentCompleted, trigger)) return is(riskAssessmentCompleted, record) && isSubjectSide(person, record);
  if (!is(caseOpened, trigger)) return false;
  if (is(caseOpened, record) && record.data.caseId === trigger.data.caseId) return true;
  return (
    (is(caseOpened, record) || is(involvementStarted, record)) &&
    record.data.service === trigger.data.service &&
    isSubjectSide(person, record)
  );
};

/** Whoever holds a case or assesses a risk of domestic abuse is trained to. */
export const untrainedWorker = defineSafeguard<CommonData>({
  id: 'untrained-worker',
  version: 1,
  source: {
    seed: '000',
    quote: 'either all workers are trained to do this appropriately, or that cases are allocated to those who have the relevant training',
  },
  class: 'act',
  otherClass: { class: 'tidy', where: 'where it is not recorded whether they are trained' },
  watches: 'With domestic abuse in the history, a worker opens a case or an assessor assesses the risk who is not trained in DASH.',
  tells: 'The agency of the worker',
  due: '2 working days',
  silentWhen: 'They are trained, no worker is named, or there is no domestic abuse in the history.',
  on: [caseOpened, riskAssessmentCompleted],
  answer: {
    words: 'A worker who is trained in DASH',
    records: [caseOpened, involvementStarted, riskAssessmentCompleted],
    when: (record, alert, file) => {
      const trigger = file.person.entry(alert.trigger);
      return trigger !== undefined && training(record) === true && isSameWork(record, trigger, file.person);
    },
  },
  judge: (trigger, file) => {
    const trained = training(trigger);
    if (trained === true || trained === undefined) return [];
    const about = concernsWhom(trigger);
    if (!hasDomesticAbuseHistory(file, file.fileOf(about))) return [];
    const who = is(riskAssessmentCompleted, trigger) ? 'the assessor of this risk' : 'the worker on this case';
    return [
      {
        to: [agency(trigger.agency)],
        about,
        class: trained === false ? ('act' as const) : ('tidy' as const),
        evidence: [trigger],
        due: workingDays(2),
        reason:
          trained === false
            ? `There is domestic abuse in the history and ${who} is not trained in DASH: a trained worker is needed.`
            : `There is domestic abuse in the history and it is not recorded whether ${who} is trained in DASH.`,
      },
    ];
  },
});
