import { type Entry, inTime } from './entry';

/** A person's file, as far as what is kept up needs it. */
interface Folded {
  /** Standing records in the order in which they were filed: it only grows. */
  readonly arrivals: readonly Entry[];
  /** Grows when a standing record is taken out or changed. */
  readonly past: number;
  /** Standing records in order of happening. */
  standing(): readonly Entry[];
}

/** How something is folded of those records of a person that it is about, in order of happening. */
interface Folding<Value, Person> {
  /** Whether a record has a part in it: of all others it is independent. */
  readonly about: (entry: Entry, person: Person) => boolean;
  /** @param before what was folded so far, where the past has changed and all of it is folded anew */
  readonly begin: (before?: Value) => Value;
  readonly take: (value: Value, entry: Entry, person: Person) => void;
}

interface Kept<Value> {
  readonly past: number;
  readonly value: Value;
  /** How many of the arrivals were looked at. */
  looked: number;
  /** The last one in order of happening that was taken. */
  last?: Entry;
}

/**
 * Something that is folded of a person's standing records, and kept up with each new one: rules ask for it with every record, and
 * somebody may have thousands. It is folded anew only where one of the records that it is about is amended, or told after later ones.
 */
export const keptUp = <Value, Person extends Folded>({ about, begin, take }: Folding<Value, Person>) => {
  const kept = new WeakMap<Person, Kept<Value>>();

  const takeInto = (known: Kept<Value>, entry: Entry, person: Person): void => {
    take(known.value, entry, person);
    known.last = entry;
  };

  const anew = (person: Person, before?: Kept<Value>): Kept<Value> => {
    const known: Kept<Value> = { past: person.past, value: begin(before?.value), looked: person.arrivals.length };
    for (const entry of person.standing()) if (about(entry, person)) takeInto(known, entry, person);
    kept.set(person, known);
    return known;
  };

  return (person: Person): Value => {
    const known = kept.get(person);
    if (known?.past !== person.past) return anew(person, known).value;
    for (const { arrivals } = person; known.looked < arrivals.length; known.looked += 1) {
      const entry = arrivals[known.looked] as Entry;
      if (!about(entry, person)) continue;
      if (known.last === undefined || inTime(known.last, entry) < 0) takeInto(known, entry, person);
      else return anew(person, known).value;
    }
    return known.value;
  };
};
