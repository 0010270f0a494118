import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isAlive, runningPostmaster } from './postmaster';
import { clusterFolder } from './cluster';

const PREFIX = 'throughline-postgres-';

/** Folders of processes that were killed before they could delete them. */
const sweep = (): void => {
  for (const name of readdirSync(tmpdir())) {
    const pid = name.startsWith(PREFIX) ? Number(name.slice(PREFIX.length).split('-')[0]) : Number.NaN;
    if (!Number.isInteger(pid) || isAlive(pid)) continue;
    const folder = join(tmpdir(), name);
    if (runningPostmaster(clusterFolder(folder)) !== undefined) continue;
    try {
      rmSync(folder, { recursive: true, force: true });
    } catch {
      // Another account's, or another process sweeps it at this moment.
    }
  }
};

let made = 0;

/** A folder for data that dies with this process: deleted when its server stops, or by the next one to ask for a folder. */
export const scratchFolder = (purpose?: string): string => {
  sweep();
  made += 1;
  const folder = join(tmpdir(), `${PREFIX}${process.pid}-${purpose ?? `${performance.timeOrigin}-${made}`}`);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  return folder;
};
