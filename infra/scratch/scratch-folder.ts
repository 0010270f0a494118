import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isAlive } from './is-alive';

export interface Scratch {
  /** What makes it, in a word: folders of one kind are swept by the next of that kind. */
  readonly kind: string;
  /** Where a process asks for the same folder again: what for. Without it every folder is a new one. */
  readonly purpose?: string;
  /** Whether something in the folder of a process that is gone still works on it. */
  readonly inUse?: (folder: string) => boolean;
}

/** Folders of processes that were killed before they could delete them. */
const sweep = (prefix: string, inUse: (folder: string) => boolean): void => {
  for (const name of readdirSync(tmpdir())) {
    const pid = name.startsWith(prefix) ? Number(name.slice(prefix.length).split('-')[0]) : Number.NaN;
    const folder = join(tmpdir(), name);
    if (!Number.isInteger(pid) || isAlive(pid) || inUse(folder)) continue;
    try {
      rmSync(folder, { recursive: true, force: true });
    } catch {
      // Another account's, or another process sweeps it at this moment.
    }
  }
};

let made = 0;

/** A folder for data that dies with this process: deleted by whoever asked for it, else by the next process that asks for one of its kind. */
export const scratchFolder = ({ kind, purpose, inUse = () => false }: Scratch): string => {
  const prefix = `throughline-${kind}-`;
  sweep(prefix, inUse);
  made += 1;
  const folder = join(tmpdir(), `${prefix}${process.pid}-${purpose ?? `${performance.timeOrigin}-${made}`}`);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  return folder;
};
