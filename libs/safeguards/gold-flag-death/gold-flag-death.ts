import { endOfDay, startOfDay } from '@throughline/kernel';
import {
  concernedBy,
  type Entry,
  hasDomesticAbuseHistory,
  household,
  type PersonFile,
  refIn,
  standingFlags,
} from '@throughline/projections';
import { deathRecorded, flagPlaced, flagRemoved, inWords, is, isDomesticAbuseRecord } from '@throughline/records';
import { everyRecord } from '../every-record';
import { acknowledgement, defineSafeguard, type Finding, type JudgedCase, service } from '../safeguard';

const ID = 'gold-flag-death';

type Death = Entry<(typeof deathRecorded)['Data']>;

/** Whether a gold flag stood on the day of death, or stands now: what was taken away after a death does not count. */
const goldFlagged = (person: PersonFile, diedOn: string, at: number): boolean => {
  if (standingFlags(person, at).some(({ flag }) => flag === 'gold-flag')) return true;
  const until = endOfDay(diedOn);
  const isTheirs = ({
    time,
    subject,
    data,
  }: {
    readonly time: number;
    readonly subject: string;
    readonly data: { readonly flag: string };
  }) => data.flag === 'gold-flag' && time <= until && person.has(subject);
  const placed = person.of(flagPlaced).filter(isTheirs).at(-1);
  const removed = person.of(flagRemoved).filter(isTheirs).at(-1);
  if (placed === undefined || (removed !== undefined && removed.time >= placed.time)) return false;
  const { expiresOn } = placed.data;
  return expiresOn === undefined || startOfDay(diedOn) <= endOfDay(expiresOn);
};

/** A death that is to be investigated, with what is known by now. */
const onDeath = (death: Death, person: PersonFile, trigger: Entry, file: JudgedCase): readonly Finding[] => {
  const { manner, diedOn } = death.data;
  if (manner === 'natural') return [];
  const flagged = goldFlagged(person, diedOn, file.at);
  if (!flagged && !hasDomesticAbuseHistory(file, person)) return [];
  return [
    {
      to: [service('police'), service('community-safety'), service('marac')],
      about: refIn(trigger, person),
      evidence: death.index === trigger.index ? [trigger] : [trigger, death],
      reason: `A death (${inWords(manner)}) of somebody with ${flagged ? 'a gold flag' : 'a history of domestic abuse'}: police carry out a full forensic investigation, and the record is frozen for review, so that every agency keeps all that it holds as it stands.`,
    },
  ];
};

/** What comes in after a death may be the first that shows a flag or a history; a death is told once. */
const onDiscovery = (trigger: Entry, file: JudgedCase): readonly Finding[] => {
  if (!is(flagPlaced, trigger) && !isDomesticAbuseRecord(trigger.type, trigger.data)) return [];
  const around = new Set(concernedBy(trigger).flatMap((ref) => household(file, file.fileOf(ref))));
  return [...around].flatMap((person) => {
    const death = person.of(deathRecorded).findLast(({ subject }) => person.has(subject));
    if (death === undefined || death.index > trigger.index) return [];
    const isTold = file.alertsAbout(person.person).some(({ safeguard, status }) => safeguard === ID && status !== 'superseded');
    return isTold ? [] : onDeath(death, person, trigger, file);
  });
};

/** A death that was not natural, of somebody with a gold flag or a history of domestic abuse, is investigated in full, and every record of it is kept. */
export const goldFlagDeath = defineSafeguard({
  id: ID,
  version: 1,
  source: { seed: '003', quote: "a full forensic investigation takes place when a 'gold flag' victim dies by suicide" },
  class: 'now',
  watches:
    'Somebody with a gold flag or a history of domestic abuse died, and not of natural causes; or the flag or the history is found out after the death.',
  tells: 'Police (full forensic investigation), community safety, MARAC',
  due: 'No time; it is acknowledged',
  silentWhen: 'The death was natural, it was told before, or there was neither a gold flag nor domestic abuse in the history.',
  on: everyRecord,
  alsoLate: true,
  answer: acknowledgement,
  judge: (trigger, file) => (is(deathRecorded, trigger) ? onDeath(trigger, file.person, trigger, file) : onDiscovery(trigger, file)),
});
