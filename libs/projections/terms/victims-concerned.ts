import type { RefToken } from '@throughline/kernel';
import type { CaseFile } from '../case-file/case-file';
import type { Entry } from '../case-file/entry';
import type { PersonFile } from '../case-file/person-file';
import { household } from './household';
import { concernedBy } from './matters';

/**
 * The victims whom any record concerns, each once, and a reference to each: those whom it names, in whatever role, but for posing the
 * risk, and whom any agency has named as victim; where it names none, those of the households that it is about.
 */
export const victimsConcerned = (entry: Entry, file: CaseFile): ReadonlyMap<PersonFile, RefToken> => {
  const found = new Map<PersonFile, RefToken>();
  for (const ref of concernedBy(entry)) {
    const person = file.fileOf(ref);
    if (person.hasBeen('victim') && (!found.has(person) || ref === entry.subject)) found.set(person, ref);
  }
  if (found.size > 0) return found;
  for (const ref of concernedBy(entry)) {
    for (const member of household(file, file.fileOf(ref))) if (member.hasBeen('victim')) found.set(member, member.person);
  }
  return found;
};
