import { holdsDetailsOf } from '../case-file/entry';
import { keptUp } from '../case-file/kept-up';
import type { PersonFile } from '../case-file/person-file';

/** Each agency's newest word on it. */
const saidByAgency = keptUp({
  about: (entry, person: PersonFile) => holdsDetailsOf(entry, person, ({ interpreterRequired }) => interpreterRequired !== undefined),
  begin: () => new Map<string, boolean>(),
  take: (newest, entry, person) => {
    for (const [ref, { interpreterRequired }] of entry.details) {
      if (interpreterRequired !== undefined && person.has(ref)) newest.set(entry.agency, interpreterRequired);
    }
  },
});

/** True where any agency's newest word on it is that this person needs an interpreter. */
export const needsInterpreter = (person: PersonFile): boolean => [...saidByAgency(person).values()].includes(true);
