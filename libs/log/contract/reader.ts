import { type LogEntry, OffsetMoved, type PartitionReader } from '../port';
import { textOf } from './harness';

interface Account {
  offset: bigint;
  readonly effects: string[];
}

/** Where readers of a group keep their offsets and effects, as a projection's database does: both move together, or neither. */
export class OffsetStore {
  private readonly accounts = new Map<number, Account>();

  offset(partition: number): bigint {
    return this.account(partition).offset;
  }

  effects(partition: number): readonly string[] {
    return this.account(partition).effects;
  }

  get all(): readonly string[] {
    return [...this.accounts.values()].flatMap((account) => account.effects);
  }

  /** One transaction: the effects, and the offset where it is the expected one. */
  commit(partition: number, expected: bigint, entries: readonly LogEntry[]): void {
    const account = this.account(partition);
    if (account.offset !== expected) throw new OffsetMoved(`partition ${partition} is at ${account.offset}, not ${expected}`);
    account.effects.push(...entries.map(textOf));
    account.offset = expected + BigInt(entries.length);
  }

  private account(partition: number): Account {
    const account = this.accounts.get(partition) ?? { offset: 0n, effects: [] };
    this.accounts.set(partition, account);
    return account;
  }
}

/** Holds up what waits for it, until it is opened. */
export class Gate {
  open: () => void = () => undefined;
  readonly opened = new Promise<void>((resolve) => (this.open = resolve));
}

/** A reader as a projector is one. What happens before its commit can be set, to hold it up or to make it fail. */
export class StoringReader implements PartitionReader {
  readonly owned = new Set<number>();
  readonly seen: { readonly partition: number; readonly texts: readonly string[] }[] = [];
  readonly told: string[] = [];
  readonly reasons = new Map<number, Error>();
  beforeCommit: (partition: number, entries: readonly LogEntry[]) => Promise<void> = () => Promise.resolve();
  inCall = 0;
  private readonly expected = new Map<number, bigint>();

  constructor(private readonly store: OffsetStore) {}

  assigned(partition: number): Promise<bigint> {
    this.told.push(`assigned ${partition}`);
    this.owned.add(partition);
    const offset = this.store.offset(partition);
    this.expected.set(partition, offset);
    return Promise.resolve(offset);
  }

  async entries(partition: number, entries: readonly LogEntry[]): Promise<void> {
    const expected = this.expected.get(partition);
    if (expected === undefined || entries[0]?.offset !== expected) throw new Error(`partition ${partition} went on at another place`);
    this.seen.push({ partition, texts: entries.map(textOf) });
    this.inCall += 1;
    try {
      await this.beforeCommit(partition, entries);
      this.store.commit(partition, expected, entries);
      this.expected.set(partition, expected + BigInt(entries.length));
    } finally {
      this.inCall -= 1;
    }
  }

  revoked(partition: number): void {
    this.told.push(`revoked ${partition}`);
    this.owned.delete(partition);
    this.expected.delete(partition);
  }

  stopped(partition: number, reason: Error): void {
    this.told.push(`stopped ${partition}`);
    this.reasons.set(partition, reason);
  }
}
