import { addMonths } from '@throughline/kernel';
import {
  type AcrossRisk,
  type Entry,
  household,
  type PersonFile,
  peopleOf,
  personsPosingRiskTo,
  sameRecord,
  victimsOfPersonPosingRisk,
} from '@throughline/projections';
import { is, personPosingRiskAssessed, referralMade, riskReviewed } from '@throughline/records';
import { isLive } from '../alert';
import { everyRecord } from '../every-record';
import { defineSafeguard, type JudgedCase, service, workingDays } from '../safeguard';

const CONFLICT = 'roles-conflict';

/** Victims of one household are one, and so are references that stand for each other in one matter. */
const byHousehold = (file: JudgedCase, victims: readonly AcrossRisk[]): readonly (readonly AcrossRisk[])[] => {
  const groups: AcrossRisk[][] = [];
  for (const victim of victims) {
    const around = new Set([...household(file, victim.person), ...file.underSameMatters(victim.person)]);
    const fitting = groups.filter((group) => group.some((other) => around.has(other.person)));
    for (const group of fitting) groups.splice(groups.indexOf(group), 1);
    groups.push([...fitting.flat(), victim]);
  }
  return groups;
};

const firstIndex = (group: readonly AcrossRisk[]): number => Math.min(...group.flatMap(({ records }) => records.map(({ index }) => index)));

const isAnswer = (record: Entry, person: PersonFile): boolean =>
  (is(personPosingRiskAssessed, record) || (is(referralMade, record) && record.data.service === 'mappa')) &&
  record.data.people.some((named) => named.role === 'person-posing-risk' && person.has(named.ref));

/** Whether somebody has answered since the last victim became known, and not so long ago that it no longer counts. */
const isAnswered = (person: PersonFile, since: number, trigger: Entry, months: number): boolean =>
  [...person.of(personPosingRiskAssessed), ...person.of(referralMade)].some(
    (entry) => isAnswer(entry, person) && entry.index > since && entry.time > addMonths(trigger.time, -months),
  );

/** While it is open who of two people harms the other, neither is counted as serial. */
const rolesAreOpen = (file: JudgedCase, person: PersonFile, victims: readonly AcrossRisk[]): boolean =>
  [person, ...victims.map((victim) => victim.person)]
    .flatMap((each) => file.alertsAbout(each.person))
    .some((alert) => alert.safeguard === CONFLICT && isLive(alert) && alert.evidence.some((key) => person.entry(key) !== undefined));

/** With whom somebody stood in a conflict that this review has just settled: it may name only one of the two. */
const pairSettledBy = (review: Entry, person: PersonFile, file: JudgedCase): readonly PersonFile[] =>
  personsPosingRiskTo(file, person)
    .map((other) => other.person)
    .filter((other) =>
      [person, other]
        .flatMap((each) => file.alertsAbout(each.person))
        .some(
          ({ safeguard, closedBy, evidence }) =>
            safeguard === CONFLICT &&
            closedBy !== undefined &&
            sameRecord(closedBy, review) &&
            evidence.some((key) => other.entry(key) !== undefined),
        ),
    );

/** Those whom this record makes one ask about: whom it names as posing a risk, or whose roles a review has settled. */
const asked = (trigger: Entry, file: JudgedCase): readonly PersonFile[] => {
  const named = peopleOf(trigger, 'person-posing-risk').map((ref) => file.fileOf(ref));
  const reviewed = is(riskReviewed, trigger) ? trigger.data.people.map(({ ref }) => file.fileOf(ref as `#${number}`)) : [];
  const settled = [...reviewed, ...reviewed.flatMap((person) => pairSettledBy(trigger, person, file))];
  return [...new Set([...named, ...settled.filter((person) => person.hasBeen('person-posing-risk'))])];
};

/** Somebody who is named against victims of different households: responsibility stays with the one who does harm. */
export const serialPerpetrator = defineSafeguard({
  id: 'serial-perpetrator',
  version: 1,
  source: { seed: '003', quote: 'an inquiry into repeat offenders/perpetrators with recommendations on how to prevent further offences' },
  class: 'act',
  watches: 'A person posing risk is named against 2 or more victims who are not of one household.',
  tells: 'Police, probation, MARAC',
  due: '2 working days',
  silentWhen:
    'The victims are of one household, it is not settled which of 2 people harms the other, or the person has been assessed or referred to MAPPA since the last victim became known and within 6 months.',
  on: everyRecord,
  alsoLate: true,
  standing: true,
  contact: true,
  answer: {
    words: 'An assessment of the person posing risk, or a referral of them to MAPPA',
    records: [personPosingRiskAssessed, referralMade],
    when: (record, alert, file) => {
      const trigger = file.person.entry(alert.trigger);
      const months = file.settings.thresholds.personPosingRiskMonths;
      return isAnswer(record, file.person) && (trigger === undefined || record.time > addMonths(trigger.time, -months));
    },
  },
  judge: (trigger, file) =>
    asked(trigger, file).flatMap((person) => {
      const { serialVictims, personPosingRiskMonths } = file.settings.thresholds;
      const victims = victimsOfPersonPosingRisk(file, person);
      if (victims.length < serialVictims) return [];
      const groups = byHousehold(file, victims);
      if (groups.length < serialVictims || rolesAreOpen(file, person, victims)) return [];
      if (isAnswered(person, Math.max(...groups.map(firstIndex)), trigger, personPosingRiskMonths)) return [];
      const about = trigger.data.people.find(({ ref }) => person.has(ref))?.ref;
      const others = groups.flatMap((group) => {
        const records = group.flatMap((victim) => victim.records);
        return records.some((record) => sameRecord(record, trigger)) ? [] : records.slice(0, 1);
      });
      return [
        {
          to: [service('police'), service('probation'), service('marac')],
          about: (about ?? person.person) as `#${number}`,
          evidence: [trigger, ...others],
          due: workingDays(2),
          reason: `One person is named as posing a risk to victims of ${groups.length} households: assess that person together, or refer them to MAPPA.`,
        },
      ];
    }),
});
