import { londonDay, type RefToken } from '@throughline/kernel';
import { concernedBy, type Entry, household, peopleOf, personsPosingRiskTo, planActionsOf, planRecords } from '@throughline/projections';
import { type CommonData, deathRecorded, is, maracCaseHeard, meetingHeld } from '@throughline/records';
import { agency, defineSafeguard, type JudgedCase, service, workingDays } from '../safeguard';

const asksOfThem = (entry: Entry): boolean =>
  [...planActionsOf(entry), ...(is(meetingHeld, entry) ? entry.data.actions : [])].some(({ aimedAt }) => aimedAt === 'person-posing-risk');

/** Whether anybody alive is known to pose the risk: the plan names them, or other records of the person or of a child's household do. */
const isSomebodyKnown = (plan: Entry, file: JudgedCase): boolean => {
  const concerned = concernedBy(plan).map((ref) => file.fileOf(ref));
  const around = [...concerned, ...concerned.filter((person) => person.hasBeen('child')).flatMap((child) => household(file, child))];
  const known = [
    ...peopleOf(plan, 'person-posing-risk').map((ref) => file.fileOf(ref)),
    ...[...new Set(around)].flatMap((person) => personsPosingRiskTo(file, person).map((other) => other.person)),
  ];
  return known.some((person) => !person.of(deathRecorded).some(({ subject }) => person.has(subject)));
};

/** A plan that asks everything of the person at risk and nothing of whoever does the harm is noticed. */
export const nothingAskedOfPersonPosingRisk = defineSafeguard<CommonData>({
  id: 'nothing-asked-of-person-posing-risk',
  version: 1,
  source: { seed: '003', quote: 'this should be separated out from responsibility for the domestic abuse which lies with the perpetrator' },
  class: 'act',
  watches:
    'A MARAC hearing, a strategy discussion or a safety plan has no action that is aimed at the person posing risk, where one is known.',
  tells: 'MARAC, or the agency of the plan',
  due: '5 working days',
  silentWhen: 'One action is aimed at them, or nobody alive is known to pose the risk.',
  on: planRecords,
  answer: {
    words: 'An action that is aimed at the person posing risk',
    records: [...planRecords, meetingHeld],
    acrossRisk: true,
    when: (record, alert, file) => {
      const plan = file.person.entry(alert.trigger);
      // What was agreed before the plan has not mended it.
      if (plan !== undefined && londonDay(record.time) < londonDay(plan.time)) return false;
      const people = plan === undefined ? [file.person] : plan.data.people.map(({ ref }) => file.fileOf(ref as RefToken));
      const posing = people.flatMap((person) => personsPosingRiskTo(file, person).map((other) => other.person));
      return asksOfThem(record) && [...people, ...posing].some((person) => person.names(record));
    },
  },
  judge: (trigger, file) => {
    if (asksOfThem(trigger) || !isSomebodyKnown(trigger, file)) return [];
    return [
      {
        to: [is(maracCaseHeard, trigger) ? service('marac') : agency(trigger.agency)],
        evidence: [trigger],
        due: workingDays(5),
        reason:
          'No action of this plan is aimed at the person posing risk: agree what is asked of them, for they are responsible for the harm.',
      },
    ];
  },
});
