import type { RefToken } from '@throughline/kernel';
import { besideTrace, concernedBy, type Entry, everyoneIn, homeKey, keyText, mattersOf, PersonFile } from '@throughline/projections';
import type { PersonDetails } from '@throughline/records';
import type { Alert } from '../alert';
import type { Decisions } from './decisions';
import type { Held, Matching } from './matching';
import { type PartnershipState, type PersonCase, personCase } from './partnership-state';

/** What standing records hold of some of a person's references, as if these were all. */
const detailsByRef = (file: PersonFile): ((refs: readonly RefToken[]) => Held) => {
  const byRef = new Map<RefToken, PersonDetails[]>();
  for (const { details } of file.standing()) {
    for (const [ref, held] of details) {
      const some = byRef.get(ref);
      if (some === undefined) byRef.set(ref, [held]);
      else some.push(held);
    }
  }
  return (refs) => {
    const all = refs.flatMap((ref) => byRef.get(ref) ?? []);
    return { version: 0, details: () => all };
  };
};

/** Places the references of a record: new ones appear, and those that prove to be one human being become one person. */
export class People {
  constructor(
    private readonly state: PartnershipState,
    private readonly matching: Matching,
    private readonly decisions: Decisions,
    private readonly isStanding: (safeguard: string) => boolean,
  ) {}

  /**
   * A reference that was never named before is a person of its own; a relationship may name one who is not among the people.
   * @param cause the record that takes effect now: the entry itself, or what amended it
   */
  appear(entry: Entry, cause: Entry = entry): void {
    everyoneIn(entry).forEach((ref, place) => {
      if (this.state.isLoaded(ref)) return;
      const seen = cause.index * 1000 + place;
      this.state.keep(personCase(PersonFile.empty([ref])), new Map([[ref, seen]]));
      this.decisions.place(ref, ref, seen, cause.index);
    });
  }

  /** Joins whom the record's details prove to be one, whatever agencies call them. */
  match(entry: Entry, cause: Entry = entry): ReadonlySet<RefToken> {
    const joined = new Set<RefToken>();
    for (const [ref, details] of entry.details) {
      for (const token of this.matching.identityTraces(this.state.partnership, details)) {
        for (const other of this.state.tracedBy(token)) if (this.joinIfSame(ref, other, cause)) joined.add(ref);
        this.leave(token, ref);
      }
    }
    this.leaveTraces(entry);
    return joined;
  }

  /** Leaves what the people of this record, and those who share their homes or their matters, can be found by. */
  leaveTraces(entry: Entry): void {
    const { partnership } = this.state;
    this.leaveMatters(entry);
    for (const [ref, details] of entry.details) {
      for (const token of this.matching.identityTraces(partnership, details)) this.leave(token, ref);
      for (const token of this.matching.searchTraces(partnership, details)) this.leave(token, ref);
      const home = details.address === undefined ? undefined : homeKey(details.address);
      if (home !== undefined) this.leave(this.matching.homeTrace(partnership, home), ref);
    }
  }

  /** After an amendment: references that nothing holds together any more become persons of their own again. Answers those, if any. */
  part(person: PersonCase, entry: Entry): readonly PersonCase[] {
    if (person.file.refs.length < 2) return [];
    const heldOf = detailsByRef(person.file);
    const groups: RefToken[][] = [];
    for (const ref of person.file.refs) {
      const own = heldOf([ref]);
      const fitting = groups.filter((group) => this.matching.samePerson(heldOf(group), own));
      const joined = [...fitting.flat(), ref];
      for (const group of fitting) groups.splice(groups.indexOf(group), 1);
      groups.push(joined);
    }
    if (groups.length < 2) return [];
    const entries = person.file.all();
    const parts = groups.map((group) => personCase(PersonFile.of(this.inOrderOfAppearing(group), entries), [person]));
    for (const part of parts) this.settle(part, entry);
    return parts;
  }

  /**
   * Whoever is named in a matter that is known already, and is none of its people, stands beside them: the agency that decides a
   * referral may use a reference of its own of which it never said whose it is.
   */
  private leaveMatters(entry: Entry): void {
    const refs = concernedBy(entry);
    for (const matter of mattersOf(entry)) {
      const token = this.matching.matterTrace(this.state.partnership, matter);
      const known = this.state.tracedBy(token);
      const persons = new Set(known.map((ref) => this.state.caseOf(ref)));
      if (known.length > 0 && !refs.some((ref) => persons.has(this.state.caseOf(ref)))) {
        for (const ref of refs) {
          for (const other of known) {
            this.leave(besideTrace(ref), other);
            this.leave(besideTrace(other), ref);
          }
        }
      }
      for (const ref of refs) this.leave(token, ref);
    }
  }

  private leave(token: string, ref: RefToken): void {
    if (this.state.isTracedBy(token, ref)) return;
    this.state.trace(token, ref);
    this.decisions.traced(token, ref);
  }

  private joinIfSame(ref: RefToken, other: RefToken, entry: Entry): boolean {
    const one = this.state.caseOf(ref);
    const two = this.state.caseOf(other);
    if (one === two || !this.matching.samePerson(one.file, two.file)) return false;
    const refs = this.inOrderOfAppearing([...one.file.refs, ...two.file.refs]);
    const file = PersonFile.of(refs, new Set([...one.file.all(), ...two.file.all()]));
    const joined = personCase(file, [one, two]);
    this.settle(joined, entry);
    this.keepOlder(joined, entry);
    return true;
  }

  private settle(person: PersonCase, entry: Entry): void {
    const before = new Map(person.file.refs.map((ref) => [ref, this.state.isLoaded(ref) ? this.state.caseOf(ref).file.person : undefined]));
    this.state.keep(person, new Map());
    for (const ref of person.file.refs) {
      if (before.get(ref) !== person.file.person) this.decisions.place(ref, person.file.person, this.state.seen(ref), entry.index);
    }
  }

  /** Of two open alerts in one matter of one person the older stays; the other is superseded (architecture.md, point 8). */
  private keepOlder(person: PersonCase, entry: Entry): void {
    const kept = new Map<string, Alert>();
    const live = [...person.alerts.values()].sort((one, other) => one.raisedAt - other.raisedAt || (one.id < other.id ? -1 : 1));
    for (const alert of live) {
      const shownBy = this.isStanding(alert.safeguard) ? '' : keyText(alert.trigger);
      const matter = `${alert.safeguard} ${alert.agency} ${shownBy}`;
      if (kept.has(matter)) this.decisions.supersede(alert, entry);
      else kept.set(matter, alert);
    }
  }

  private inOrderOfAppearing(refs: readonly RefToken[]): readonly RefToken[] {
    return [...refs].sort((one, other) => this.state.seen(one) - this.state.seen(other));
  }
}
