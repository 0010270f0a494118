import { endOfDay } from '@throughline/kernel';
import { agencyFor, type CaseFile, concernsWhom, type Entry, household, inTheirMatters } from '@throughline/projections';
import { is, maracActionCompleted, maracCaseHeard, type PlanAction } from '@throughline/records';
import type { Alert } from '../alert';
import { agency, defineSafeguard, endOf, type Finding, type JudgedCase, service } from '../safeguard';

type Hearing = Entry<(typeof maracCaseHeard)['Data']>;
type Dated = PlanAction & { readonly by: string };

/** The actions of a hearing that have a date and are not done, whoever says so. */
const outstanding = (file: CaseFile, hearing: Hearing): readonly Dated[] => {
  const done = new Set(inTheirMatters(file, household(file), maracActionCompleted).map(({ data }) => data.actionId));
  return hearing.data.actions.filter((action): action is Dated => action.by !== undefined && !done.has(action.id));
};

const isMarac = (alert: Alert, file: CaseFile): boolean => alert.service === 'marac' || alert.agency === agencyFor(file.settings, 'marac');

/** The outstanding actions that an alert asks for: MARAC answers for all of them, an owner for its own. */
const asked = (alert: Alert, file: JudgedCase): readonly Dated[] => {
  const hearing = file.person.entry(alert.trigger);
  if (hearing === undefined || !is(maracCaseHeard, hearing)) return [];
  return outstanding(file, hearing).filter(({ who }) => isMarac(alert, file) || who === alert.agency);
};

/** An action of a MARAC meeting is done by its date, or its owner and MARAC hear that it is not. */
export const maracActionOverdue = defineSafeguard({
  id: 'marac-action-overdue',
  version: 1,
  source: { seed: '004', quote: 'independent domestic violence advisors (IDVAs) being unaware of the actions set down' },
  class: 'act',
  watches: 'The date of an action that MARAC agreed passes, and nobody has recorded that it is done.',
  tells: 'The owner of the action, MARAC',
  due: 'The date of the action',
  silentWhen: 'The action was completed by its date, or has none.',
  on: [maracCaseHeard],
  answer: {
    words: 'The action is completed, and every other one of the same owner that is overdue by then',
    records: [maracActionCompleted],
    when: (_record, alert, file) => {
      const until = Math.max(alert.raisedAt, file.at);
      return asked(alert, file).every(({ by }) => endOfDay(by) > until);
    },
  },
  holds: (alert, file) => asked(alert, file).some(({ by }) => endOfDay(by) === alert.raisedAt),
  judge: (trigger, file) => {
    const about = concernsWhom(trigger);
    const of = { ...file, person: file.fileOf(about) };
    const codes = new Set(file.settings.agencies.map(({ code }) => code));
    const actions = outstanding(of, trigger);
    const overdue = (to: Finding['to'], by: string): Finding => ({
      to,
      about,
      evidence: [trigger],
      unlessWithin: endOf(by),
      reason: `A MARAC action of the meeting on ${trigger.data.meetingOn} was to be done by ${by} and is not recorded as done: do it, or tell MARAC what stands in the way.`,
    });
    const dates = [...new Set(actions.map(({ by }) => by))].sort();
    return dates.flatMap((by) => {
      const owners = new Set(actions.flatMap(({ who, by: date }) => (date === by && who !== undefined && codes.has(who) ? [who] : [])));
      return [overdue([service('marac')], by), ...[...owners].map((owner) => overdue([agency(owner)], by))];
    });
  },
});
