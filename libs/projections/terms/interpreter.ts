import { keptUp } from '../case-file/kept-up';
import type { PersonFile } from '../case-file/person-file';

/** Each agency's newest word on it. */
const saidByAgency = keptUp(
  () => new Map<string, boolean>(),
  (newest, entry, person: PersonFile) => {
    for (const [ref, { interpreterRequired }] of entry.details) {
      if (interpreterRequired !== undefined && person.has(ref)) newest.set(entry.agency, interpreterRequired);
    }
  },
);

/** True where any agency's newest word on it is that this person needs an interpreter. */
export const needsInterpreter = (person: PersonFile): boolean => [...saidByAgency(person).values()].includes(true);
