import type { LogEntry, NewEntry, PartitionBounds } from '../port';

interface Shelf {
  begin: bigint;
  entries: LogEntry[];
  nextPosition: bigint;
}

/**
 * What an in-memory log keeps, apart from the logs that are open on it: closing one and opening another on the same storage
 * is what a restart is elsewhere.
 */
export class InMemoryStorage {
  private readonly shelves: readonly Shelf[];
  private readonly listeners = new Set<() => void>();

  constructor(readonly partitions: number) {
    this.shelves = Array.from({ length: partitions }, () => ({ begin: 0n, entries: [], nextPosition: 0n }));
  }

  bounds(partition: number): PartitionBounds {
    const shelf = this.shelf(partition);
    return { begin: shelf.begin, end: shelf.begin + BigInt(shelf.entries.length) };
  }

  add(partition: number, entry: NewEntry): bigint {
    const shelf = this.shelf(partition);
    const offset = this.bounds(partition).end;
    const position = entry.position ?? (shelf.nextPosition > offset ? shelf.nextPosition : offset);
    // Copied: a caller that changes its buffer afterwards does not change the log.
    shelf.entries.push({ partnership: entry.partnership, value: Buffer.from(entry.value), offset, position });
    if (position >= shelf.nextPosition) shelf.nextPosition = position + 1n;
    return position;
  }

  /** The entries from an offset on; undefined where the offset is not there (any more). */
  slice(partition: number, from: bigint, max: number): readonly LogEntry[] | undefined {
    const { begin, end } = this.bounds(partition);
    if (from < begin || from > end) return undefined;
    const first = Number(from - begin);
    return this.shelf(partition).entries.slice(first, first + max);
  }

  /** What no log may do: forgets the entries before an offset, as a retention rule set by mistake would. */
  trim(partition: number, before: bigint): void {
    const shelf = this.shelf(partition);
    shelf.entries = shelf.entries.filter((entry) => entry.offset >= before);
    shelf.begin = before;
    this.changed();
  }

  onChange(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  changed(): void {
    for (const listener of this.listeners) listener();
  }

  private shelf(partition: number): Shelf {
    const shelf = this.shelves[partition];
    if (shelf === undefined) throw new RangeError(`there is no partition ${partition}`);
    return shelf;
  }
}
