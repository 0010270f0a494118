import { endOfDay, startOfDay } from '@throughline/kernel';
import { hasDomesticAbuseHistory, type PersonFile, standingFlags } from '@throughline/projections';
import { deathRecorded, flagPlaced, flagRemoved, inWords } from '@throughline/records';
import { acknowledgement, defineSafeguard, service } from '../safeguard';

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

/** A death that was not natural, of somebody with a gold flag or a history of domestic abuse, is investigated in full, and every record of it is kept. */
export const goldFlagDeath = defineSafeguard({
  id: 'gold-flag-death',
  version: 1,
  source: { seed: '003', quote: "a full forensic investigation takes place when a 'gold flag' victim dies by suicide" },
  class: 'now',
  watches: 'Somebody with a gold flag or a history of domestic abuse died, and not of natural causes.',
  tells: 'Police (full forensic investigation), community safety, MARAC',
  due: 'No time; it is acknowledged',
  silentWhen: 'The death was natural, or there was neither a gold flag nor domestic abuse in the history.',
  on: [deathRecorded],
  alsoLate: true,
  answer: acknowledgement,
  judge: (trigger, file) => {
    const { manner, diedOn } = trigger.data;
    if (manner === 'natural') return [];
    const flagged = goldFlagged(file.person, diedOn, file.at);
    if (!flagged && !hasDomesticAbuseHistory(file)) return [];
    return [
      {
        to: [service('police'), service('community-safety'), service('marac')],
        evidence: [trigger],
        reason: `A death (${inWords(manner)}) of somebody with ${flagged ? 'a gold flag' : 'a history of domestic abuse'}: police carry out a full forensic investigation, and the record is frozen for review, so that every agency keeps all that it holds as it stands.`,
      },
    ];
  },
});
