import type { RefToken } from '@throughline/kernel';
import {
  type CommonData,
  isHubType,
  type PersonDetails,
  type Recorded,
  type RecordKey,
  type RecordType,
  type Relationship,
  safeAccommodationPlaced,
} from '@throughline/records';
import { type Entry, holdsDetailsOf, inTime, keyText, refsOf } from './entry';
import { keptUp } from './kept-up';

/** A relationship, and the record that states it. */
export interface Stated {
  readonly relationship: Relationship;
  readonly entry: Entry;
}

const NONE: readonly Stated[] = [];

/** Keeps a list in order of happening; a record nearly always happened after all that the hub holds already. */
const insert = (list: Entry[], entry: Entry): void => {
  let at = list.length;
  while (at > 0 && inTime(list[at - 1] as Entry, entry) > 0) at -= 1;
  list.splice(at, 0, entry);
};

/**
 * All that is known of one person: the fold of the records that name one of their references.
 *
 * It is the one fold: the person's page, the chronology, `asAt`, `knownTo` and what safeguards read are questions to it.
 * `file` and `amend` change it in place; whoever shares it forks it first.
 */
export class PersonFile {
  private changes = 0;
  private filed = 0;
  private rewritten = 0;
  private last = -1;
  private tied = 0;
  /** Every standing record, in order of happening. */
  private inOrder: Entry[] = [];
  /** The same and what has been amended since, in the order of being filed. */
  private readonly arrived: Entry[] = [];
  /** Derived, and kept up with each new record; after an amendment they are derived again. */
  private stated: Stated[] | undefined;
  private readonly statedOf = new Map<string, Stated[]>();
  private readonly said = new Map<string, string>();
  /** The last record, in order of happening, of those that are derived from. */
  private lastStating: Entry | undefined;
  private named: Map<string, Set<string>> | undefined;
  private readonly own: ReadonlySet<string>;
  /** In which of these roles the person themselves is named. */
  private readonly roles = new Set<string>();

  private constructor(
    /** The person's references, the earliest first: the first is the person's id. */
    readonly refs: readonly RefToken[],
    private readonly entriesByKey: Map<string, Entry>,
    private readonly standingByType: Map<string, Entry[]>,
  ) {
    this.own = new Set(refs);
  }

  static empty(refs: readonly RefToken[]): PersonFile {
    return new PersonFile(refs, new Map(), new Map());
  }

  static of(refs: readonly RefToken[], entries: Iterable<Entry>): PersonFile {
    const file = PersonFile.empty(refs);
    for (const entry of entries) file.file(entry);
    return file;
  }

  get person(): RefToken {
    const first = this.refs[0];
    if (first === undefined) throw new Error('a person file without a reference');
    return first;
  }

  /** Grows whenever what is held of the person, or where they live, may have changed: what was derived of it is derived again. */
  get version(): number {
    return this.changes;
  }

  /** Grows with every record that is filed, amended or taken out. */
  get revision(): number {
    return this.filed;
  }

  /** Grows when a standing record is taken out or changed. */
  get past(): number {
    return this.rewritten;
  }

  /** Grows whenever `relationships`, `companions` or `hasBeen` may answer something else, or another file takes the place of this one. */
  get ties(): number {
    return this.tied;
  }

  /** No record that was ever filed here has a higher number. */
  get newest(): number {
    return this.last;
  }

  get size(): number {
    return this.entriesByKey.size;
  }

  has(ref: string): boolean {
    return this.own.has(ref);
  }

  names(entry: Recorded): boolean {
    return refsOf(entry).some((ref) => this.has(ref));
  }

  entry(key: RecordKey): Entry | undefined {
    return this.entriesByKey.get(keyText(key));
  }

  /** Every record of the person, amended and retracted ones too, in order of happening. */
  all(): readonly Entry[] {
    return [...this.entriesByKey.values()].sort(inTime);
  }

  /** The standing records (not retracted) of one type, in order of happening. */
  of<Data extends CommonData>(definition: RecordType<Data>): readonly Entry<Data>[] {
    return (this.standingByType.get(definition.type) ?? []) as unknown as readonly Entry<Data>[];
  }

  /** Every standing record, in order of happening. */
  standing(): readonly Entry[] {
    return this.inOrder;
  }

  /** Every relationship that a standing record states of this person, in order of happening; repetitions are left out. */
  relationships(): readonly Stated[] {
    if (this.stated === undefined) {
      this.stated = [];
      this.statedOf.clear();
      this.said.clear();
      this.lastStating = undefined;
      const { tied } = this;
      for (const entry of this.inOrder) this.state(entry, this.stated);
      // Whatever made it necessary to derive it anew was counted then.
      this.tied = tied;
    }
    return this.stated;
  }

  /** Those of one kind, in the same order. */
  relationshipsOf(kind: Relationship['kind']): readonly Stated[] {
    this.relationships();
    return this.statedOf.get(kind) ?? NONE;
  }

  /** Everyone whom this person's standing records name, themselves included, with the roles in which they do. */
  companions(): ReadonlyMap<string, ReadonlySet<string>> {
    if (this.named === undefined) {
      this.named = new Map();
      this.roles.clear();
      const { tied } = this;
      for (const entry of this.inOrder) this.name(entry, this.named);
      this.tied = tied;
    }
    return this.named;
  }

  /** Standing records in the order in which they were filed, as long as the past has not changed. */
  get arrivals(): readonly Entry[] {
    return this.arrived;
  }

  /** What standing records hold of who this person is, oldest first. */
  details(): readonly PersonDetails[] {
    return detailsOf(this);
  }

  /** The date of birth that was recorded last, which may be only a month or a year. */
  dateOfBirth(): string | undefined {
    return this.details().findLast((details) => details.dateOfBirth !== undefined)?.dateOfBirth;
  }

  /** True where any standing record names this person in this role. */
  hasBeen(role: string): boolean {
    this.companions();
    return this.roles.has(role);
  }

  /** Somebody else leads to this person's records from here on: what was worked out of this file is to be worked out again. */
  giveWay(): void {
    this.tied += 1;
  }

  fork(): PersonFile {
    const fork = new PersonFile(
      this.refs,
      new Map(this.entriesByKey),
      new Map([...this.standingByType].map(([type, list]) => [type, [...list]])),
    );
    fork.inOrder = [...this.inOrder];
    fork.last = this.last;
    return fork;
  }

  /** Takes in a record, or its newer version after a correction or a retraction. One that no longer names the person leaves. */
  file(entry: Entry): void {
    this.filed += 1;
    if (entry.index > this.last) this.last = entry.index;
    const key = keyText(entry);
    const before = this.entriesByKey.get(key);
    if (before !== undefined) this.drop(before);
    if (!this.names(entry)) {
      this.entriesByKey.delete(key);
      return;
    }
    this.entriesByKey.set(key, entry);
    if (entry.amendment?.kind === 'retracted') return;
    if (entry.details.size > 0 || entry.type === safeAccommodationPlaced.type) this.changes += 1;
    const list = this.standingByType.get(entry.type);
    if (list === undefined) this.standingByType.set(entry.type, [entry]);
    else insert(list, entry);
    // What people decided about somebody is known by its type, and is no part of what happened to them.
    if (isHubType(entry.type)) return;
    insert(this.inOrder, entry);
    this.arrived.push(entry);
    if (this.stated !== undefined && this.states(entry)) this.stateInOrder(entry, this.stated);
    if (this.named !== undefined) this.name(entry, this.named);
  }

  private states({ data }: Entry): boolean {
    return data.relationships?.some(({ from, to }) => this.has(from) || this.has(to)) === true;
  }

  /** Notes what a new record states: where another one was told of something later, all of them are gone through anew. */
  private stateInOrder(entry: Entry, stated: Stated[]): void {
    if (this.lastStating === undefined || inTime(this.lastStating, entry) < 0) {
      this.state(entry, stated);
      return;
    }
    this.stated = undefined;
    this.tied += 1;
  }

  /** Notes what a record states; what was said of the same two last, word for word, need not be said again. */
  private state(entry: Entry, stated: Stated[]): void {
    for (const relationship of entry.data.relationships ?? []) {
      const { from, to, kind, since, until, inContact } = relationship;
      if (!this.has(from) && !this.has(to)) continue;
      this.lastStating = entry;
      const words = JSON.stringify([since, until, inContact]);
      const pair = `${from} ${to} ${kind}`;
      if (this.said.get(pair) === words) continue;
      this.said.set(pair, words);
      stated.push({ relationship, entry });
      this.tied += 1;
      const ofKind = this.statedOf.get(kind);
      if (ofKind === undefined) this.statedOf.set(kind, [{ relationship, entry }]);
      else ofKind.push({ relationship, entry });
    }
  }

  private name(entry: Entry, named: Map<string, Set<string>>): void {
    for (const { ref, role } of entry.data.people) {
      const isOwn = this.has(ref);
      const roles = named.get(ref);
      if (roles?.has(role) === true && (!isOwn || this.roles.has(role))) continue;
      this.tied += 1;
      if (isOwn) this.roles.add(role);
      if (roles === undefined) named.set(ref, new Set([role]));
      else roles.add(role);
    }
  }

  private drop(entry: Entry): void {
    this.changes += 1;
    this.rewritten += 1;
    this.tied += 1;
    this.stated = undefined;
    this.named = undefined;
    for (const list of [this.standingByType.get(entry.type) ?? [], this.inOrder]) {
      const at = list.indexOf(entry);
      if (at >= 0) list.splice(at, 1);
    }
  }
}

const detailsOf = keptUp({
  about: (entry, person: PersonFile) => holdsDetailsOf(entry, person),
  begin: (): PersonDetails[] => [],
  take: (held, entry, person) => {
    for (const [ref, details] of entry.details) if (person.has(ref)) held.push(details);
  },
});
