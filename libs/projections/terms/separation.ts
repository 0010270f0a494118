import { addMonths, type Instant } from '@throughline/kernel';
import type { CaseFile } from '../case-file/case-file';
import { type Entry, inTime } from '../case-file/entry';
import { keptUp } from '../case-file/kept-up';
import type { PersonFile } from '../case-file/person-file';
import { household } from './household';
import { isSubjectSide } from './involvement';

/** Whether a record says that a separation is recent or under way: when the danger is greatest. */
export const tellsOfSeparation = ({ data: { separation } }: Entry): boolean => separation === 'recent' || separation === 'under-way';

/** Those whose records tell of a person's separation: their own, and their children's. */
const tellers = (file: CaseFile, person: PersonFile): readonly PersonFile[] =>
  household(file, person).filter((member) => member === person || member.hasBeen('child'));

const sayingsOf = keptUp({
  about: (entry, person: PersonFile) => entry.data.separation !== undefined && isSubjectSide(person, entry),
  begin: (): Entry[] => [],
  take: (said, entry) => said.push(entry),
});

/** Records that say anything of a separation, within the given months before an instant or at it, in order of happening. */
const sayings = (file: CaseFile, person: PersonFile, at: Instant, months: number): readonly Entry[] => {
  const from = addMonths(at, -months);
  const said = tellers(file, person).flatMap((member) => sayingsOf(member).filter((entry) => entry.time > from && entry.time <= at));
  return [...new Set(said)].sort(inTime);
};

/** Records of any agency that tell of a separation within the given months before an instant, or at it. */
export const separationsOf = (file: CaseFile, person: PersonFile, at: Instant, months: number): readonly Entry[] =>
  sayings(file, person, at, months).filter(tellsOfSeparation);

/**
 * Whether a record tells of a separation that was not known yet: nothing was said of one in the months before, or the last word
 * was that there is none, or that it was under way and now they are apart. Who repeats it tells nothing new.
 */
export const isNewSeparation = (file: CaseFile, person: PersonFile, trigger: Entry, months: number): boolean => {
  if (!tellsOfSeparation(trigger)) return false;
  const before = sayings(file, person, trigger.time, months)
    .filter((entry) => entry.index < trigger.index)
    .at(-1)?.data.separation;
  return before === undefined || before === 'none' || (before === 'under-way' && trigger.data.separation === 'recent');
};
