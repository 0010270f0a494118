import { addDays, endOfDay } from '@throughline/kernel';
import { type Entry, involvedAgencies, peopleOf, victimsOf, victimsOfPersonPosingRisk } from '@throughline/projections';
import { releaseRecorded } from '@throughline/records';
import { acknowledgement, agency, defineSafeguard, type JudgedCase, service, type Term } from '../safeguard';

type Release = Entry<(typeof releaseRecorded)['Data']>;

/** Those who are released and pose a risk: the record says so, or others have said it of its subject. */
const released = (release: Release, file: JudgedCase) => {
  const named = peopleOf(release, 'person-posing-risk');
  if (named.length > 0) return named.map((ref) => file.fileOf(ref));
  const isAtRisk = release.data.people.some(({ ref, role }) => ref === release.subject && (role === 'victim' || role === 'child'));
  return !isAtRisk && file.person.hasBeen('person-posing-risk') ? [file.person] : [];
};

/** Before the day on which somebody is to be released; at once where that has come. */
const before =
  (day: string): Term =>
  (from) =>
    Math.max(from, endOfDay(addDays(day, -1)));

/** Somebody who poses a risk is to be released or was: everybody around those whom they harmed prepares, before it where it is planned. */
export const perpetratorReleased = defineSafeguard({
  id: 'perpetrator-released',
  version: 1,
  source: { seed: '003', quote: 'attendance at courses and stringent licence requirements or they will continue to abuse' },
  class: 'now',
  watches: 'The release of a person posing risk is planned or done.',
  tells: 'Police, the IDVA service, MARAC, the involved agencies of the victim',
  due: 'Before the release where planned',
  silentWhen: 'Nobody says that the person released poses a risk.',
  on: [releaseRecorded],
  answer: acknowledgement,
  judge: (trigger, file) => {
    const people = released(trigger, file);
    if (people.length === 0) return [];
    const known = people.flatMap((person) => victimsOfPersonPosingRisk(file, person).map((victim) => victim.person));
    const victims = new Set([...victimsOf(trigger, file).keys(), ...known]);
    const involved = [...victims].flatMap((victim) => involvedAgencies(file, victim).map((involvement) => involvement.agency));
    const { releasedOn, plannedOn, licenceConditions } = trigger.data;
    const planned = releasedOn === undefined && plannedOn !== undefined;
    const conditions = (licenceConditions ?? []).length > 0 ? 'its conditions are in the record' : 'no conditions are recorded';
    return [
      {
        to: [service('police'), service('idva'), service('marac'), ...involved.filter((code) => code !== trigger.agency).map(agency)],
        evidence: [trigger],
        ...(planned ? { due: before(plannedOn) } : {}),
        reason: planned
          ? `A person posing risk is to be released on ${plannedOn} (${conditions}): agree before that day how those at risk are told and kept safe.`
          : `A person posing risk was released${releasedOn === undefined ? '' : ` on ${releasedOn}`} (${conditions}): see that those at risk know and are safe.`,
      },
    ];
  },
});
