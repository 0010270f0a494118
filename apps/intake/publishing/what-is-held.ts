import { ERASED, type Keyring, type KeyStore } from '@throughline/seal';
import type { Candidate } from './examination';
import type { Expected } from './expected';
import type { ProjectionReach } from './projection-reach';
import type { RecentlyAcknowledged } from './recently-acknowledged';
import type { RecordPlace } from './record-place';
import type { StoredRecord } from './stored-record';
import type { StoredRecords } from './stored-records';

/** What the hub holds of the records of one call and of those that they correct or retract. */
export class HeldRecords {
  constructor(
    private readonly records: ReadonlyMap<string, StoredRecord>,
    private readonly keyrings: ReadonlyMap<string, Keyring>,
  ) {}

  find(key: string): StoredRecord | undefined {
    return this.records.get(key);
  }

  /** The reference that a stored record is about; undefined where that person was erased. */
  subjectOf({ subject }: StoredRecord, partnership: string): string | undefined {
    if (subject === undefined) return undefined;
    if ('ref' in subject) return subject.ref;
    const found = this.keyrings.get(partnership)?.get(subject.number);
    return found === undefined || found === ERASED ? undefined : found.ref;
  }

  /** Whether somebody whom this record tells of was erased: then its content can be compared no more. */
  isErased({ owners }: StoredRecord, partnership: string): boolean {
    const keyring = this.keyrings.get(partnership);
    return owners.some((number) => keyring?.get(number) === ERASED);
  }
}

/** Finds what is held: in memory what was acknowledged a moment ago, in the tables what was committed. */
export class WhatIsHeld {
  constructor(
    private readonly recent: RecentlyAcknowledged,
    private readonly stored: StoredRecords,
    private readonly reach: ProjectionReach,
    private readonly keys: Pick<KeyStore, 'open'>,
  ) {}

  /**
   * @param differs whether a held record has other content than the candidate of the same key
   * @param expected records that need not be there yet
   */
  async of(
    candidates: readonly Candidate[],
    differs: (candidate: Candidate, held: StoredRecord) => boolean,
    expected: Expected,
  ): Promise<HeldRecords> {
    const records = new Map<string, StoredRecord>();
    const unknown: RecordPlace[] = [];
    const look = (place: RecordPlace, key: string): void => {
      const found = this.recent.find(key);
      if (found === undefined) unknown.push(place);
      else records.set(key, found);
    };
    for (const { place, key, amends } of candidates) {
      look(place, key);
      if (amends !== undefined) look(amends.place, amends.key);
    }
    for (const [key, found] of await this.stored.find(unknown)) records.set(key, found);
    await this.waitForAmended(candidates, records, expected);
    return new HeldRecords(records, await this.keyrings(candidates, records, differs));
  }

  /**
   * A record to be corrected that is nowhere to be found may lie in the log unread: after a restart, or when another process took
   * it. Only when the tables have caught up is it known to be absent.
   */
  private async waitForAmended(candidates: readonly Candidate[], records: Map<string, StoredRecord>, expected: Expected): Promise<void> {
    const inCall = new Set(candidates.map(({ key }) => key));
    const isThere = (key: string): boolean => records.has(key) || inCall.has(key) || expected.has(key);
    const missing = candidates.flatMap(({ amends }) => (amends === undefined || isThere(amends.key) ? [] : [amends.place]));
    if (missing.length === 0) return;
    await this.reach.reached(missing.map(({ partnership }) => partnership));
    for (const [key, found] of await this.stored.find(missing)) records.set(key, found);
  }

  /** The keys that say who a corrected record is about, and whether somebody in a differing one was erased. Mostly none. */
  private async keyrings(
    candidates: readonly Candidate[],
    records: ReadonlyMap<string, StoredRecord>,
    differs: (candidate: Candidate, held: StoredRecord) => boolean,
  ): Promise<ReadonlyMap<string, Keyring>> {
    const wanted = new Map<string, Set<number>>();
    const want = (partnership: string, numbers: readonly number[]): void => {
      if (numbers.length === 0) return;
      const all = wanted.get(partnership) ?? new Set<number>();
      wanted.set(partnership, all);
      for (const number of numbers) all.add(number);
    };
    for (const candidate of candidates) {
      const { partnership } = candidate.place;
      const held = records.get(candidate.key);
      if (held !== undefined && differs(candidate, held)) want(partnership, held.owners);
      const amended = candidate.amends?.kind === 'corrects' ? records.get(candidate.amends.key) : undefined;
      if (amended?.subject !== undefined && 'number' in amended.subject) want(partnership, [amended.subject.number]);
    }
    const opened = [...wanted].map(async ([partnership, numbers]) => [partnership, await this.keys.open(partnership, numbers)] as const);
    return new Map(await Promise.all(opened));
  }
}
