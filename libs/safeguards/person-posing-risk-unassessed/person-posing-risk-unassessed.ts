import { addMonths, type RefToken } from '@throughline/kernel';
import {
  concernsWhom,
  type Entry,
  hasDomesticAbuseHistory,
  household,
  namedAcrossRisk,
  peopleOf,
  type PersonFile,
  personsPosingRiskTo,
} from '@throughline/projections';
import { assessmentCompleted, deathRecorded, is, personPosingRiskAssessed } from '@throughline/records';
import { defineSafeguard, type JudgedCase, service, workingDays } from '../safeguard';

/** Assessments of the risk that somebody poses to this family which were made within the given months before an assessment, or since. */
const assessmentsOf = (members: readonly PersonFile[], after: number): readonly Entry[] =>
  members.flatMap((member) => member.of(personPosingRiskAssessed)).filter(({ time }) => time > after);

/** One that names another of those who pose a risk here is about that other. */
const isAbout = (entry: Entry, one: PersonFile, others: readonly PersonFile[]): boolean =>
  peopleOf(entry, 'person-posing-risk').some((ref) => one.has(ref)) ||
  !peopleOf(entry, 'person-posing-risk').some((ref) => others.some((other) => other.has(ref)));

const assessedIn = (record: Entry, file: JudgedCase): readonly PersonFile[] =>
  peopleOf(record, 'person-posing-risk').map((ref) => file.fileOf(ref));

/** An assessment of this person, whoever else it names; or one that names nobody who poses the risk, about those at risk from them. */
const assesses = (record: Entry, file: JudgedCase): boolean => {
  const assessed = assessedIn(record, file);
  if (assessed.length > 0) return assessed.includes(file.person);
  const atRisk = namedAcrossRisk(file.person).map((ref) => file.fileOf(ref));
  return atRisk.some((person) => person.names(record));
};

/** An assessment about this family, or one that names only somebody who poses them a risk. */
const assessesForFamily = (record: Entry, file: JudgedCase): boolean => {
  const members = household(file);
  const family = [...members, ...members.flatMap((member) => file.underSameMatters(member))];
  if (family.some((member) => member.names(record))) return true;
  const assessed = assessedIn(record, file);
  return members.some((member) => personsPosingRiskTo(file, member).some(({ person }) => assessed.includes(person)));
};

const whoPosesRisk = (trigger: Entry, file: JudgedCase): ReadonlyMap<PersonFile, RefToken> =>
  new Map(peopleOf(trigger, 'person-posing-risk').map((ref) => [file.fileOf(ref), ref]));

/** An assessment of a child rests on an assessment of the person who poses the risk. */
export const personPosingRiskUnassessed = defineSafeguard({
  id: 'person-posing-risk-unassessed',
  version: 1,
  source: { seed: '002', quote: "Partners need to support the production of a 'person posing risk assessment'" },
  class: 'act',
  watches:
    'A single or section 47 assessment with a history of domestic abuse, and no assessment of the person posing risk in the 6 months before.',
  tells: 'Children’s social care, police',
  due: '5 working days',
  silentWhen: 'The person posing risk was assessed in the 6 months before, or there is no domestic abuse in the history.',
  on: [assessmentCompleted],
  answer: {
    words: 'An assessment of the person posing risk',
    records: [personPosingRiskAssessed, deathRecorded],
    acrossRisk: true,
    when: (record, alert, file) => {
      const { person } = file;
      if (is(deathRecorded, record)) return person.has(record.subject) && person.hasBeen('person-posing-risk');
      const trigger = person.entry(alert.trigger);
      const after = trigger === undefined ? 0 : addMonths(trigger.time, -file.settings.thresholds.personPosingRiskMonths);
      if (record.time <= after) return false;
      const posesRisk = trigger !== undefined && peopleOf(trigger, 'person-posing-risk').some((ref) => person.has(ref));
      return posesRisk ? assesses(record, file) : assessesForFamily(record, file);
    },
  },
  judge: (trigger, file) => {
    const { kind } = trigger.data;
    const concerned = concernsWhom(trigger);
    const whose = file.fileOf(concerned);
    if ((kind !== 'single' && kind !== 'section-47') || !hasDomesticAbuseHistory(file, whose)) return [];
    const after = addMonths(trigger.time, -file.settings.thresholds.personPosingRiskMonths);
    const known = whoPosesRisk(trigger, file);
    const posing = [...known.keys()];
    const family = household(file, whose);
    // An assessment that leaves them out may rest on one of whoever the family's other records name.
    const named = known.size > 0 ? posing : family.flatMap((member) => personsPosingRiskTo(file, member).map(({ person }) => person));
    const made = assessmentsOf([...family, ...named], after);
    const unassessed = posing.filter((one) => !made.some((entry) => isAbout(entry, one, posing)));
    const about = known.size === 0 ? (made.length === 0 ? [concerned] : []) : unassessed.flatMap((one) => known.get(one) ?? []);
    return about.map((ref) => ({
      to: [service('childrens-social-care'), service('police')],
      about: ref,
      evidence: [trigger],
      due: workingDays(5),
      reason:
        known.size === 0
          ? 'A child’s assessment was completed with a history of domestic abuse; it names nobody who poses the risk, and nobody was assessed for it in six months: assess the person posing risk.'
          : 'A child’s assessment was completed with a history of domestic abuse, and this person posing risk was not assessed in six months: assess the risk that they pose.',
    }));
  },
});
