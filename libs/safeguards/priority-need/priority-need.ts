import { londonDay } from '@throughline/kernel';
import { type Entry, hasDomesticAbuseHistory, household, type PersonFile } from '@throughline/projections';
import { homelessnessApplicationMade, homelessnessDecided, is, safeAccommodationPlaced } from '@throughline/records';
import { defineSafeguard, type Finding, type JudgedCase, service, workingDays } from '../safeguard';

type Application = Entry<(typeof homelessnessApplicationMade)['Data']>;

/** The newest application of these people that was made before a record. */
const newestApplication = (people: readonly PersonFile[], before: Entry): Application | undefined =>
  people
    .flatMap((person) => person.of(homelessnessApplicationMade))
    .filter((application) => application.time <= before.time)
    .sort((one, other) => one.time - other.time || one.index - other.index)
    .at(-1);

/** Whether a decision is about homelessness because of domestic abuse: the application says so; without one, the history does. */
const isBecauseOfAbuse = (decision: Entry, file: JudgedCase): boolean => {
  const application = newestApplication([file.person], decision) ?? newestApplication(household(file), decision);
  return application === undefined ? hasDomesticAbuseHistory(file) : application.data.reason === 'domestic-abuse';
};

const ask = (trigger: Entry, reason: string): readonly Finding[] => [
  { to: [service('housing')], evidence: [trigger], due: workingDays(1), reason },
];

/** Whoever is homeless because of domestic abuse has priority need by law, and is offered safe accommodation at once. */
export const priorityNeed = defineSafeguard<(typeof homelessnessApplicationMade)['Data'] | (typeof homelessnessDecided)['Data']>({
  id: 'priority-need',
  version: 1,
  source: { seed: '001', quote: 'gives "priority need" to those who are homeless as a result of experiencing domestic abuse' },
  class: 'act',
  watches: 'Somebody who is homeless because of domestic abuse is not offered safe accommodation at once, or is refused priority need.',
  tells: 'Housing (Domestic Abuse Act 2021)',
  due: '1 working day',
  silentWhen: 'Safe accommodation was offered, priority need was decided, or the homelessness has another reason.',
  on: [homelessnessApplicationMade, homelessnessDecided],
  contact: true,
  answer: {
    words: 'An offer of safe accommodation, or a corrected decision',
    records: [homelessnessApplicationMade, homelessnessDecided, safeAccommodationPlaced],
    when: (record, alert, file) => {
      const trigger = file.person.entry(alert.trigger);
      if (!file.person.names(record) || (trigger !== undefined && londonDay(record.time) < londonDay(trigger.time))) return false;
      if (is(safeAccommodationPlaced, record)) return true;
      if (is(homelessnessApplicationMade, record)) return record.data.safeAccommodationOffered === true;
      // That somebody has priority need gives nobody a roof: it answers a refusal, not a missing offer.
      return is(homelessnessDecided, record) && record.data.priorityNeed && trigger !== undefined && is(homelessnessDecided, trigger);
    },
  },
  judge: (trigger, file) => {
    if (is(homelessnessApplicationMade, trigger)) {
      const { reason, safeAccommodationOffered } = trigger.data;
      if (reason !== 'domestic-abuse' || safeAccommodationOffered === true) return [];
      return ask(
        trigger,
        'Somebody applied as homeless because of domestic abuse and no offer of safe accommodation is recorded: make one (Domestic Abuse Act 2021).',
      );
    }
    if (!is(homelessnessDecided, trigger) || trigger.data.priorityNeed || !isBecauseOfAbuse(trigger, file)) return [];
    return ask(
      trigger,
      'Somebody who is homeless because of domestic abuse was decided not to have priority need: by law they have (Domestic Abuse Act 2021). Correct the decision.',
    );
  },
});
