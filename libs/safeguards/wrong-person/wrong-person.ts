import type { RefToken } from '@throughline/kernel';
import { type Entry, household, type PersonFile, refsOf, sameRecord } from '@throughline/projections';
import { recordRetracted } from '@throughline/records';
import { acknowledgement, agency, defineSafeguard, type JudgedCase } from '../safeguard';

type Retraction = Entry<(typeof recordRetracted)['Data']>;

/** Everybody about whom the record may have raised something: whom it names, whom it relates to them, and their households. */
const reached = (retraction: Retraction, file: JudgedCase): ReadonlySet<PersonFile> => {
  const named = refsOf(retraction as Entry).map((ref) => file.fileOf(ref));
  const record = named.map((person) => person.entry(retraction.data.retracts)).find((entry) => entry !== undefined);
  const related = (record?.data.relationships ?? []).flatMap(({ from, to }) => [from as RefToken, to as RefToken]);
  const refs = record === undefined ? [] : [...refsOf(record), ...related];
  const people = [...named, ...refs.map((ref) => file.fileOf(ref))];
  return new Set(people.flatMap((person) => [person, ...household(file, person), ...file.underSameMatters(person)]));
};

/**
 * A record of the wrong person was taken back after others had been told by it, or had read it. Who was told is known from the alerts whose
 * evidence it was; who was shown it stands on the retraction itself (facet `shownTo`), found when the hub took it in.
 */
export const wrongPerson = defineSafeguard({
  id: 'wrong-person',
  version: 1,
  source: { seed: '002', quote: 'as well as recording information on the wrong report' },
  class: 'now',
  watches: 'A record is retracted because it was about the wrong person, after another agency was shown it, or alerted by it.',
  tells: 'Every agency that was shown the record or alerted by it',
  due: 'No time; it is acknowledged',
  silentWhen: 'It is retracted for another reason, or no other agency was shown it or alerted by it.',
  on: [recordRetracted],
  answer: acknowledgement,
  judge: (trigger, file) => {
    if (trigger.data.reason !== 'wrong-person') return [];
    const { retracts } = trigger.data;
    const refs = [...[...reached(trigger, file)].map(({ person }) => person), ...file.formerlyAround];
    const alerts = refs.flatMap((ref) => file.alertsAbout(ref));
    const alerted = alerts.filter(({ evidence }) => evidence.some((key) => sameRecord(key, retracts))).map((alert) => alert.agency);
    const told = new Set([...alerted, ...(trigger.facets?.shownTo ?? [])]);
    return [
      {
        to: [...told].filter((code) => code !== trigger.agency).map(agency),
        evidence: [trigger, retracts],
        reason:
          'A record that you were shown, or alerted by, has been retracted: it was about the wrong person. Undo what was done or noted because of it, and tell whoever you passed it on to.',
      },
    ];
  },
});
