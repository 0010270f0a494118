import type { PersonFile } from '../case-file/person-file';

/** True where any agency's newest word on it is that this person needs an interpreter. */
export const needsInterpreter = (person: PersonFile): boolean => {
  const newest = new Map<string, boolean>();
  for (const entry of person.standing()) {
    for (const [ref, { interpreterRequired }] of entry.details) {
      if (interpreterRequired !== undefined && person.has(ref)) newest.set(entry.agency, interpreterRequired);
    }
  }
  return [...newest.values()].includes(true);
};
