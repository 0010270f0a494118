import { addDays, daysBetween, londonDay } from '@throughline/kernel';
import { agencyKind, type Entry, riskLevel, type PersonFile, victimsOf } from '@throughline/projections';
import { abuseDisclosed, healthDisclosureRecorded, is } from '@throughline/records';
import { agency, defineSafeguard, workingDays } from '../safeguard';

type Disclosure = (typeof abuseDisclosed)['Data'] | (typeof healthDisclosureRecorded)['Data'];

const disclosedIn = (entry: Entry): Disclosure | undefined =>
  is(abuseDisclosed, entry) || is(healthDisclosureRecorded, entry) ? entry.data : undefined;

/** The record says so, or names a child and does not say otherwise; a child who is the victim was there. */
const childThere = (entry: Entry<Disclosure>, victim: PersonFile): boolean =>
  entry.data.people.some(({ ref, role }) => role === 'child' && victim.has(ref)) ||
  (entry.data.childrenPresent ?? entry.data.people.some(({ role }) => role === 'child'));

/** Reports of one incident are a day apart at most. */
const isSameIncident = (one: string | undefined, other: string | undefined): boolean =>
  one !== undefined && other !== undefined && one <= addDays(other, 1) && other <= addDays(one, 1);

/** An agency that hears of a recent incident says what became of telling the police: an adult may refuse, and that is an answer. */
export const policeNotTold = defineSafeguard<Disclosure>({
  id: 'police-not-told',
  version: 1,
  source: { seed: '003', quote: 'referring recent domestic abuse incidents to Police, even if the victim/survivor is resistant' },
  class: 'act',
  watches:
    'An agency other than police recorded an incident within 28 days of it happening, with a child present or the risk high, and did not record whether police were told.',
  tells: 'The recording agency only, with the guidance',
  due: '2 working days',
  silentWhen:
    'It says what became of telling the police, whatever that is; the incident was longer ago; or no child was present and the risk is not high.',
  on: [abuseDisclosed, healthDisclosureRecorded],
  answer: {
    words: 'A record that says what became of telling the police, whatever it says',
    records: [abuseDisclosed, healthDisclosureRecorded],
    when: (record, alert, file) => {
      const [now, before] = [disclosedIn(record), file.person.entry(alert.trigger)];
      if (now?.policeReport === undefined || before === undefined || record.agency !== alert.agency) return false;
      return file.person.names(record) && isSameIncident(now.incidentOn, disclosedIn(before)?.incidentOn);
    },
  },
  judge: (trigger, file) => {
    const { incidentOn, policeReport } = trigger.data;
    if (policeReport !== undefined || incidentOn === undefined || agencyKind(file.settings, trigger.agency) === 'police') return [];
    const { policeToldDays, currentMonths } = file.settings.thresholds;
    if (daysBetween(incidentOn, londonDay(trigger.recordedtime)) > policeToldDays) return [];
    return [...victimsOf(trigger as Entry, file)].flatMap(([victim, about]) => {
      const there = childThere(trigger, victim);
      if (!there && riskLevel(victim, file.at, currentMonths) !== 'high') return [];
      return [
        {
          to: [agency(trigger.agency)],
          about,
          evidence: [trigger],
          due: workingDays(2),
          reason: `An incident was recorded ${there ? 'with a child present' : 'at high risk'}, and not whether police were told: decide it by the guidance on telling police of recent incidents, and record the decision. An adult may refuse; record that too.`,
        },
      ];
    });
  },
});
