import type { CaseFile } from './case-file';
import type { PersonFile } from './person-file';

/** Something that is worked out of a person's surroundings: once at each moment, however many rules ask for it. */
export const atMoment = <Value>(workOut: (file: CaseFile, person: PersonFile) => Value) => {
  const moments = new WeakMap<object, Map<PersonFile, { readonly revision: number; readonly value: Value }>>();
  return (file: CaseFile, person: PersonFile): Value => {
    let people = moments.get(file.moment);
    if (people === undefined) {
      people = new Map();
      moments.set(file.moment, people);
    }
    const known = people.get(person);
    if (known?.revision === person.revision) return known.value;
    const value = workOut(file, person);
    people.set(person, { revision: person.revision, value });
    return value;
  };
};
