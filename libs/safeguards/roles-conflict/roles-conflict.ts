import { addMonths, londonDay, type RefToken } from '@throughline/kernel';
import { type Entry, incidentDay, incidentsOf, peopleOf, type PersonFile, sameRecord } from '@throughline/projections';
import {
  abuseDisclosed,
  type CommonData,
  healthDisclosureRecorded,
  orderBreached,
  policeIncidentRecorded,
  riskReviewed,
} from '@throughline/records';
import { isLive } from '../alert';
import { defineSafeguard, type JudgedCase, service, workingDays } from '../safeguard';

const ID = 'roles-conflict';

const names = (entry: Entry, role: 'victim' | 'person-posing-risk', person: PersonFile): boolean =>
  entry.data.people.some((named) => named.role === role && person.has(named.ref));

/** Less than so many months apart, whichever came first. */
const isWithin = (one: string, other: string, months: number): boolean =>
  one < other ? addMonths(one, months) > other : addMonths(other, months) > one;

/** Incidents within the term in which the two are told of the other way round. */
const reversed = (trigger: Entry, day: string, victim: PersonFile, other: PersonFile, months: number): readonly Entry[] =>
  incidentsOf(other)
    .filter((incident) => isWithin(incident.day, day, months))
    .flatMap((incident) => incident.records)
    .filter((record) => !sameRecord(record, trigger) && names(record, 'victim', other) && names(record, 'person-posing-risk', victim));

/** Whether the same question is open already under the other's name. */
const isAskedOf = (file: JudgedCase, other: PersonFile, victim: PersonFile): boolean =>
  file
    .alertsAbout(other.person)
    .some((alert) => alert.safeguard === ID && isLive(alert) && alert.evidence.some((key) => victim.entry(key) !== undefined));

/** Two people are each told of as the victim of the other: who is the primary aggressor? */
export const rolesConflict = defineSafeguard<CommonData>({
  id: ID,
  version: 1,
  source: { seed: '004', quote: 'the father was the victim of possible domestic abuse, but no DASH risk assessment was completed' },
  class: 'act',
  watches: 'Of 2 people, each is recorded as the victim in one incident and as the person posing risk in another within 12 months.',
  tells: 'Police, the IDVA service',
  due: '3 working days',
  silentWhen: 'The incidents lie 12 months or more apart, or only one of them is recorded as harming the other.',
  on: [policeIncidentRecorded, abuseDisclosed, healthDisclosureRecorded, orderBreached],
  standing: true,
  answer: {
    words: 'A review of the risk of either of the two',
    records: [riskReviewed],
    acrossRisk: true,
    when: (record, alert, file) => {
      const trigger = file.person.entry(alert.trigger);
      // A review of before the incident has not seen it.
      const day = trigger === undefined ? undefined : incidentDay(trigger);
      if (day !== undefined && londonDay(record.time) < day) return false;
      if (file.person.names(record)) return true;
      const pair = trigger?.data.people.filter(({ role }) => role === 'victim' || role === 'person-posing-risk') ?? [];
      return pair.some(({ ref }) => file.fileOf(ref as RefToken).names(record));
    },
  },
  judge: (trigger, file) => {
    const day = incidentDay(trigger);
    if (day === undefined) return [];
    return peopleOf(trigger, 'victim').flatMap((ref) =>
      peopleOf(trigger, 'person-posing-risk').flatMap((against) => {
        const [victim, other] = [file.fileOf(ref), file.fileOf(against)];
        const opposite = victim === other ? [] : reversed(trigger, day, victim, other, file.settings.thresholds.currentMonths);
        const about = against === trigger.subject ? against : ref;
        const partner = about === against ? victim : other;
        if (opposite.length === 0 || isAskedOf(file, partner, file.fileOf(about))) return [];
        return [
          {
            to: [service('police'), service('idva')],
            about,
            evidence: [trigger, ...opposite],
            due: workingDays(3),
            reason:
              'Within 12 months each of two people is recorded as the victim of the other: review together who is the primary aggressor, before anybody is treated as such.',
          },
        ];
      }),
    );
  },
});
