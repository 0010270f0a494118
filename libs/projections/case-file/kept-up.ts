import type { Entry } from './entry';

/** A person's file, as far as what is kept up needs it. */
interface Folded {
  /** Grows where standing records change otherwise than by one more at the end. */
  readonly past: number;
  standing(): readonly Entry[];
}

/**
 * Something that is folded of a person's standing records in order of happening, and kept up with each new one: rules ask for it
 * with every record, and somebody may have thousands. Where the past changes, by an amendment or by what is told late, it is folded anew.
 */
export const keptUp = <Value, Person extends Folded>(begin: () => Value, take: (value: Value, entry: Entry, person: Person) => void) => {
  const kept = new WeakMap<Person, { readonly past: number; taken: number; readonly value: Value }>();
  return (person: Person): Value => {
    let known = kept.get(person);
    if (known?.past !== person.past) {
      known = { past: person.past, taken: 0, value: begin() };
      kept.set(person, known);
    }
    const standing = person.standing();
    for (let entry = standing[known.taken]; entry !== undefined; entry = standing[known.taken]) {
      take(known.value, entry, person);
      known.taken += 1;
    }
    return known.value;
  };
};
