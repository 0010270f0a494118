import type { RefToken } from '@throughline/kernel';
import type { Entry, PersonFile, Settings } from '@throughline/projections';
import type { RecordKey } from '@throughline/records';
import { type Alert, type Deadline, isLive } from '../alert';
import { leadsOf } from './leads';
import type { Matching } from './matching';

/** A rule asked about somebody who is held, and not in memory: whoever reads the log brings them, and begins anew. */
export class CaseNotAtHand extends Error {
  constructor(
    readonly partnership: string,
    readonly ref: RefToken,
  ) {
    super('the case of a reference was asked for before it was loaded');
  }
}

const NOBODY: readonly RefToken[] = [];

/** What a person needs beside the records of their file: by measure of the heap as much as so many of these. */
const OWN_WEIGHT = 4;

const weightOf = ({ file }: PersonCase): number => file.size + OWN_WEIGHT;

/** A person as the engine holds them: their file, and what is open about them. */
export interface PersonCase {
  file: PersonFile;
  /** What is open. */
  readonly alerts: Map<string, Alert>;
  /** What is closed or superseded: it is history, and tells who was told of what. */
  readonly ended: Map<string, Alert>;
  readonly deadlines: Map<string, Deadline>;
  /** All of them in order of raising, as long as none has changed. */
  inOrder?: readonly Alert[] | undefined;
}

/** References that left a token, and their order of appearing as long as no other one joins them. */
interface Traced {
  readonly refs: Set<RefToken>;
  inOrder?: readonly RefToken[] | undefined;
}

const inOrderOfRaising = (one: Alert, other: Alert): number => one.raisedAt - other.raisedAt || (one.id < other.id ? -1 : 1);

/** A person of these references, with what of former cases is about them. */
export const personCase = (file: PersonFile, former: readonly PersonCase[] = []): PersonCase => {
  const own = <Item extends { readonly about: RefToken }>(items: Iterable<readonly [string, Item]>): Map<string, Item> =>
    new Map([...items].filter(([, { about }]) => file.refs.includes(about)));
  return {
    file,
    alerts: own(former.flatMap(({ alerts }) => [...alerts])),
    ended: own(former.flatMap(({ ended }) => [...ended])),
    deadlines: own(former.flatMap(({ deadlines }) => [...deadlines])),
  };
};

const earlier = (one: Deadline, other: Deadline): number => one.due - other.due || (one.id < other.id ? -1 : one.id > other.id ? 1 : 0);

/**
 * Everything that the engine knows of one partnership while it works: the people that were loaded or have appeared,
 * what is open about them, and what falls due. It is kept in memory by the partition's owner and thrown away on any doubt:
 * the tables and the log hold all of it.
 */
export class PartnershipState {
  settings: Settings | undefined;
  logTime = 0;
  lastPosition = -1;
  clockStarted = false;
  /** The next dense number of the ledger. */
  nextIndex = 0;

  private readonly cases = new Map<RefToken, PersonCase>();
  /** Everybody who is in memory, and by how many references. */
  private readonly people = new Map<PersonCase, number>();
  /** Kept up, for it is asked for with every batch. */
  private records = 0;
  private readonly firstSeen = new Map<RefToken, number>();
  private readonly complete = new Set<string>();
  private readonly traces = new Map<string, Traced>();
  /** In order of falling due; what was cancelled stays until it comes to the front. */
  private readonly queue: Deadline[] = [];
  /** When each deadline that still stands falls due; in the queue the same one may stand twice, once cancelled. */
  private readonly waiting = new Map<string, number>();

  constructor(readonly partnership: string) {}

  isLoaded(ref: RefToken): boolean {
    return this.cases.has(ref);
  }

  caseOf(ref: RefToken): PersonCase {
    const found = this.cases.get(ref);
    if (found === undefined) throw new CaseNotAtHand(this.partnership, ref);
    return found;
  }

  /** How much is held in memory, in records: each counts once for everybody in whose file it is, and each person as some more. */
  weight(): number {
    return this.records;
  }

  /** A record as it stands, wherever it is filed. */
  find(key: RecordKey): Entry | undefined {
    for (const { file } of this.people.keys()) {
      const entry = file.entry(key);
      if (entry !== undefined) return entry;
    }
    return undefined;
  }

  /** Takes in a person: as loaded, as first seen, or as joined. */
  keep(person: PersonCase, seen: ReadonlyMap<RefToken, number>): void {
    for (const ref of person.file.refs) {
      this.leave(ref);
      this.cases.set(ref, person);
    }
    this.people.set(person, person.file.refs.length);
    this.records += weightOf(person);
    for (const [ref, at] of seen) this.firstSeen.set(ref, at);
  }

  /** Files a record, or its newer version, with a person. */
  file(person: PersonCase, entry: Entry): void {
    const before = person.file.size;
    person.file.file(entry);
    if (this.people.has(person)) this.records += person.file.size - before;
  }

  /**
   * Lets go of everybody but those whom records named latest, up to so many records, and whom these lead to. Everything MUST be in
   * the tables: from there people are brought again when they are needed. A token is kept where all who left it are.
   */
  keepLatest(records: number, matching: Matching): void {
    const kept = new Set<PersonCase>();
    const next: PersonCase[] = [];
    let left = records;
    for (const person of [...this.people.keys()].sort((one, other) => other.file.newest - one.file.newest)) {
      left -= weightOf(person);
      if (left < 0) break;
      next.push(person);
    }
    for (let person = next.pop(); person !== undefined; person = next.pop()) {
      if (kept.has(person)) continue;
      kept.add(person);
      const { refs, traces } = leadsOf(person.file, this.partnership, matching);
      for (const ref of [...refs, ...traces.flatMap((token) => this.tracedBy(token))]) {
        const other = this.cases.get(ref);
        if (other !== undefined) next.push(other);
      }
    }
    for (const person of [...this.people.keys()]) if (!kept.has(person)) this.forget(person);
    for (const [token, { refs }] of this.traces) if ([...refs].some((ref) => !this.cases.has(ref))) this.traces.delete(token);
    for (const token of this.complete) if (!this.traces.has(token)) this.complete.delete(token);
    this.forgetDeadlines();
  }

  /** When a reference first appeared: orders references of one person, and so decides the person's id. */
  seen(ref: RefToken): number {
    return this.firstSeen.get(ref) ?? Number.MAX_SAFE_INTEGER;
  }

  /** Whether every reference that left this token is here. */
  knowsTrace(token: string): boolean {
    return this.complete.has(token);
  }

  learnTrace(token: string): void {
    this.complete.add(token);
  }

  trace(token: string, ref: RefToken): void {
    const traced = this.traces.get(token);
    if (traced === undefined) {
      this.traces.set(token, { refs: new Set([ref]) });
      return;
    }
    traced.refs.add(ref);
    traced.inOrder = undefined;
  }

  isTracedBy(token: string, ref: RefToken): boolean {
    return this.traces.get(token)?.refs.has(ref) === true;
  }

  /**
   * Whoever left a token, in the order of appearing: in what order they came into memory must change nothing. It is the same list
   * until somebody else leaves the token.
   */
  tracedBy(token: string): readonly RefToken[] {
    const traced = this.traces.get(token);
    if (traced === undefined) return NOBODY;
    if (traced.inOrder !== undefined) return traced.inOrder;
    const inOrder = [...traced.refs].sort((one, other) => this.seen(one) - this.seen(other));
    // Of those who are not in memory yet nobody knows when they appeared.
    if (inOrder.every((ref) => this.firstSeen.has(ref))) traced.inOrder = inOrder;
    return inOrder;
  }

  /** Everything that was ever raised about a person, in order of raising. */
  alertsAbout(ref: RefToken): readonly Alert[] {
    const person = this.caseOf(ref);
    person.inOrder ??= [...person.ended.values(), ...person.alerts.values()].sort(inOrderOfRaising);
    return person.inOrder;
  }

  /** An alert as it is from here on: open about its person, or history. */
  holdAlert(alert: Alert): void {
    const person = this.caseOf(alert.about);
    const { alerts, ended } = person;
    person.inOrder = undefined;
    const [to, from] = isLive(alert) ? [alerts, ended] : [ended, alerts];
    from.delete(alert.id);
    to.set(alert.id, alert);
  }

  schedule(deadline: Deadline): void {
    this.caseOf(deadline.about).deadlines.set(deadline.id, deadline);
    this.enqueue(deadline);
  }

  /** A deadline that is stored already and falls due soon. */
  enqueue(deadline: Deadline): void {
    if (this.waiting.has(deadline.id)) return;
    this.waiting.set(deadline.id, deadline.due);
    let low = 0;
    let high = this.queue.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (earlier(this.queue[middle] as Deadline, deadline) > 0) high = middle;
      else low = middle + 1;
    }
    this.queue.splice(low, 0, deadline);
  }

  cancel(deadline: Deadline): void {
    this.caseOf(deadline.about).deadlines.delete(deadline.id);
    this.waiting.delete(deadline.id);
  }

  /** The next deadline that is due at or before an instant. */
  nextDue(by: number): Deadline | undefined {
    for (;;) {
      const first = this.queue[0];
      if (first === undefined || first.due > by) return undefined;
      if (this.waiting.get(first.id) === first.due) return first;
      this.queue.shift();
    }
  }

  private forget(person: PersonCase): void {
    for (const ref of person.file.refs) {
      this.leave(ref);
      this.cases.delete(ref);
      this.firstSeen.delete(ref);
    }
  }

  /** A reference leads no longer to whom it led to; who has none left is not in memory any more. */
  private leave(ref: RefToken): void {
    const person = this.cases.get(ref);
    if (person === undefined) return;
    person.file.giveWay();
    const left = (this.people.get(person) ?? 0) - 1;
    if (left > 0) {
      this.people.set(person, left);
      return;
    }
    this.people.delete(person);
    this.records -= weightOf(person);
  }

  /** Those of people who are in memory no more: they come back with them, or when they fall due. */
  private forgetDeadlines(): void {
    let length = 0;
    for (const deadline of this.queue) {
      if (this.waiting.get(deadline.id) !== deadline.due) continue;
      if (this.cases.has(deadline.about)) this.queue[length++] = deadline;
      else this.waiting.delete(deadline.id);
    }
    this.queue.length = length;
  }
}
