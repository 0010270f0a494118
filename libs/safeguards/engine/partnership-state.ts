import type { RefToken } from '@throughline/kernel';
import type { Entry, PersonFile, Settings } from '@throughline/projections';
import type { RecordKey } from '@throughline/records';
import { type Alert, type Deadline, isLive } from '../alert';

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

/** A person as the engine holds them: their file, and what is open about them. */
export interface PersonCase {
  file: PersonFile;
  /** What is open. */
  readonly alerts: Map<string, Alert>;
  /** What is closed or superseded: it is history, and tells who was told of what. */
  readonly ended: Map<string, Alert>;
  readonly deadlines: Map<string, Deadline>;
}

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
  private readonly firstSeen = new Map<RefToken, number>();
  private readonly complete = new Set<string>();
  private readonly traces = new Map<string, Set<RefToken>>();
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

  /** How much is held in memory, in records. */
  weight(): number {
    let records = 0;
    for (const person of new Set(this.cases.values())) records += person.file.size + 1;
    return records;
  }

  /** A record as it stands, wherever it is filed. */
  find(key: RecordKey): Entry | undefined {
    for (const { file } of this.cases.values()) {
      const entry = file.entry(key);
      if (entry !== undefined) return entry;
    }
    return undefined;
  }

  /** Takes in a person: as loaded, as first seen, or as joined. */
  keep(person: PersonCase, seen: ReadonlyMap<RefToken, number>): void {
    for (const ref of person.file.refs) this.cases.set(ref, person);
    for (const [ref, at] of seen) this.firstSeen.set(ref, at);
  }

  forget(person: PersonCase): void {
    for (const ref of person.file.refs) this.cases.delete(ref);
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
    const refs = this.traces.get(token);
    if (refs === undefined) this.traces.set(token, new Set([ref]));
    else refs.add(ref);
  }

  isTracedBy(token: string, ref: RefToken): boolean {
    return this.traces.get(token)?.has(ref) === true;
  }

  tracedBy(token: string): readonly RefToken[] {
    const refs = this.traces.get(token);
    return refs === undefined ? NOBODY : [...refs];
  }

  /** An alert as it is from here on: open about its person, or history. */
  holdAlert(alert: Alert): void {
    const { alerts, ended } = this.caseOf(alert.about);
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
}
