import { setTimeout as pause } from 'node:timers/promises';
import type { Log, LogEntry, NewEntry } from '../port';

export interface OpenOptions {
  readonly partitions: number;
  /** For a log that begins with a copy: no lower than every position that is copied. */
  readonly positionsFrom?: bigint;
}

/** What the suite needs of an adapter, beside the port. */
export interface LogHarness {
  /** Opens the log of this name. Opened again, also while it is open, it is the same log. */
  open(name: string, options: OpenOptions): Promise<Log>;
  /** What an operator must never do: makes the log forget what lies before an offset. */
  trim(name: string, partition: number, before: bigint): Promise<void>;
  /** Takes partitions from readers that are in the middle of a call, where the joining of another reader does not do so by itself. */
  unseat(name: string): Promise<void>;
  close(): Promise<void>;
}

let logs = 0;

/** A name that no other test of this process uses. */
export const freshName = (): string => `log_${(logs += 1)}`;

export const entry = (partnership: string, text: string): NewEntry => ({ partnership, value: Buffer.from(text) });

/** One partnership for each partition of the log, by the number of the partition. */
export const onePerPartition = (log: Log): readonly string[] => {
  const found = new Map<number, string>();
  for (let number = 0; found.size < log.partitions; number += 1) {
    const code = `area-${number}`;
    const partition = log.partitionOf(code);
    if (!found.has(partition)) found.set(partition, code);
  }
  return Array.from({ length: log.partitions }, (_, partition) => found.get(partition) ?? '');
};

export const textOf = (found: LogEntry): string => found.value.toString();

export const wholePartition = async (log: Log, partition: number, maxEntries = 500): Promise<readonly LogEntry[]> => {
  const { begin, end } = await log.bounds(partition);
  const all: LogEntry[] = [];
  for await (const entries of log.scan(partition, { from: begin, to: end, maxEntries })) all.push(...entries);
  return all;
};

export const until = async (what: string, holds: () => boolean, seconds = 30): Promise<void> => {
  for (let round = 0; round < seconds * 50; round += 1) {
    if (holds()) return;
    await pause(20);
  }
  throw new Error(`it never came about that ${what}`);
};
