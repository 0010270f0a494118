import type { RecordPlace } from './record-place';
import { placeText } from './record-place';
import type { StoredRecord } from './stored-record';

const MOST = 200_000;

/**
 * What was acknowledged and may not be in the tables yet. Bounded: beyond it the oldest go, and a retry of one of those is stored
 * a second time in the log, where the projector gives it no second effect.
 */
export class RecentlyAcknowledged {
  private readonly byPartnership = new Map<string, Map<string, StoredRecord>>();
  private count = 0;

  constructor(private readonly most = MOST) {}

  get size(): number {
    return this.count;
  }

  find(partnership: string, key: string): StoredRecord | undefined {
    return this.byPartnership.get(partnership)?.get(key);
  }

  add(place: RecordPlace, record: StoredRecord): void {
    const records = this.byPartnership.get(place.partnership) ?? new Map<string, StoredRecord>();
    this.byPartnership.set(place.partnership, records);
    const key = placeText(place);
    if (!records.has(key)) this.count += 1;
    records.set(key, record);
    if (this.count <= this.most) return;
    const [oldest] = records.keys();
    if (oldest !== undefined) this.drop(records, [oldest]);
  }

  /** Forgets what the tables have, up to this position of the partnership. */
  projected(partnership: string, position: bigint): void {
    const records = this.byPartnership.get(partnership);
    if (records === undefined) return;
    const done: string[] = [];
    for (const [key, record] of records) if (record.position <= position) done.push(key);
    this.drop(records, done);
    if (records.size === 0) this.byPartnership.delete(partnership);
  }

  private drop(records: Map<string, StoredRecord>, keys: readonly string[]): void {
    for (const key of keys) if (records.delete(key)) this.count -= 1;
  }
}
