import { recordsLetGo } from './measures';

/** Something that is remembered, and can be read again from the tables. */
export interface Remembered {
  /** How much of it is in memory, in records. */
  weight(): number;
  /** Lets go of about the half that was asked for longest ago. */
  shrink(): void;
  /** Is told that nothing of it is remembered any more. */
  dropped(): void;
}

/**
 * Records that one process remembers, in all partitions that it reads together: the live ones, and those of a rebuild. By heap snapshots
 * and measures of the heap 500 to 750 bytes each, so up to a fifth of a gigabyte.
 */
const MOST = 250_000;

/** Beyond so much of it it begins to let go, until so much is left: people are looked through seldom, and before there is no room at all. */
const FULL = 7 / 8;
const LEFT = 13 / 16;

/**
 * The bound of what the projector remembers of people. When it is nearly full, partnerships let go of those whom no record has named
 * for the longest, the least recently used one first; where that is not enough, they go whole. What a batch under way uses stays until
 * it is done.
 */
export class CaseMemory {
  /** What is remembered, and its weight when it was used last; the least recently used first. */
  private readonly weights = new Map<Remembered, number>();
  private readonly inUse = new Set<Remembered>();
  private total = 0;
  private isFull = false;

  constructor(private readonly most = MOST) {}

  get weight(): number {
    return this.total;
  }

  /** A batch begins to use these: they stay as they are until it is done. */
  use(items: Iterable<Remembered>): void {
    for (const item of items) {
      this.inUse.add(item);
      if (!this.weights.has(item)) this.weights.set(item, 0);
    }
  }

  /** A batch is done with these, and what it did is committed. */
  done(items: Iterable<Remembered>): void {
    for (const item of items) {
      this.forget([item]);
      this.weigh(item);
    }
    this.shed();
  }

  /** These are remembered no more, whatever was done with them. */
  forget(items: Iterable<Remembered>): void {
    for (const item of items) {
      this.total -= this.weights.get(item) ?? 0;
      this.weights.delete(item);
      this.inUse.delete(item);
    }
  }

  private weigh(item: Remembered): void {
    const weight = item.weight();
    this.total += weight - (this.weights.get(item) ?? 0);
    this.weights.set(item, weight);
  }

  private shed(): void {
    if (this.total > this.most * FULL) this.isFull = true;
    if (!this.isFull) return;
    const before = this.total;
    for (const [item, weight] of this.weights) {
      if (this.total <= this.most * LEFT) break;
      if (weight === 0 || this.inUse.has(item)) continue;
      item.shrink();
      this.weigh(item);
    }
    if (this.total <= this.most * LEFT) this.isFull = false;
    for (const item of this.weights.keys()) {
      if (this.total <= this.most) break;
      if (this.inUse.has(item)) continue;
      this.forget([item]);
      item.dropped();
    }
    recordsLetGo.inc(before - this.total);
  }
}
