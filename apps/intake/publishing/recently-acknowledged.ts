import type { RecordPlace } from './record-place';
import { placeText } from './record-place';
import type { StoredRecord } from './stored-record';

/** Half a kilobyte each, by a heap snapshot: 50 MB. It fills only while the tables are behind. */
const MOST = 100_000;

/**
 * What was acknowledged and may not be in the tables yet. Bounded: beyond it the oldest go, and a retry of one of those is stored
 * a second time in the log, where the projector gives it no second effect.
 */
export class RecentlyAcknowledged {
  /** By the text of the place, the oldest first. */
  private readonly records = new Map<string, StoredRecord>();

  constructor(private readonly most = MOST) {}

  get size(): number {
    return this.records.size;
  }

  /** @param key the text of the record's place */
  find(key: string): StoredRecord | undefined {
    return this.records.get(key);
  }

  add(place: RecordPlace, record: StoredRecord): void {
    const key = placeText(place);
    this.records.delete(key);
    this.records.set(key, record);
    if (this.records.size <= this.most) return;
    for (const oldest of this.records.keys()) {
      this.records.delete(oldest);
      break;
    }
  }

  /** Forgets what the tables have: up to which position, by partnership. */
  projected(positions: ReadonlyMap<string, bigint>): void {
    for (const [key, { position }] of this.records) {
      const reached = positions.get(key.slice(0, key.indexOf('\n')));
      if (reached !== undefined && position <= reached) this.records.delete(key);
    }
  }
}
