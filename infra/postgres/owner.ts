import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { isAlive } from '@throughline/infra/scratch';
import { Fault } from '@throughline/kernel';
import { clusterFolder, writePrivately } from './cluster';
import { clearStalePidFile, runningPostmaster } from './postmaster';

/** Another live process works on this data folder: two hubs on one folder would undo one another. */
export class DataFolderInUse extends Fault {
  readonly retriable = false;
}

/** How long a server that is going gets, in milliseconds, before it is asked (again) to go. */
const PATIENCE = { ofALiveOwner: 5_000, beforeAsking: 6_000, beforeInsisting: 45_000, least: 90_000 };

/** A process by its number and the moment of its birth, since numbers are given again. */
const nameOf = (pid: number): string => {
  const file = `/proc/${pid}/stat`;
  const born = existsSync(file)
    ? readFileSync(file, 'utf8')
        .replace(/^.*\) /s, '')
        .split(' ')[19]
    : '';
  return `${pid} ${born ?? ''}`.trim();
};

const ownerFile = (dataDir: string): string => join(dataDir, 'owner');

const ownerIsAlive = (dataDir: string): boolean => {
  const file = ownerFile(dataDir);
  if (!existsSync(file)) return false;
  const name = readFileSync(file, 'utf8').trim();
  const pid = Number(name.split(' ')[0]);
  return Number.isInteger(pid) && pid > 0 && isAlive(pid) && nameOf(pid) === name;
};

const ask = (pid: number, signal: NodeJS.Signals): void => {
  try {
    process.kill(pid, signal);
  } catch {
    // It went by itself.
  }
};

/**
 * Waits until no server runs on this data: one whose hub was killed is still writing its last page. What it left is cleared.
 * Afterwards this process is the owner.
 */
export const takeOver = async (dataDir: string): Promise<void> => {
  const cluster = clusterFolder(dataDir);
  const signals: { after: number; signal: NodeJS.Signals }[] = [
    { after: PATIENCE.beforeAsking, signal: 'SIGINT' },
    { after: PATIENCE.beforeInsisting, signal: 'SIGQUIT' },
  ];
  const began = performance.now();
  for (let server = runningPostmaster(cluster); server !== undefined; server = runningPostmaster(cluster)) {
    const waited = performance.now() - began;
    if (waited > PATIENCE.least || (waited > PATIENCE.ofALiveOwner && ownerIsAlive(dataDir))) {
      throw new DataFolderInUse(
        `a database (process ${server.pid}) already runs on ${dataDir}: stop the hub that started it, or set another DATA_DIR`,
      );
    }
    if (signals[0] !== undefined && waited > signals[0].after) ask(server.pid, signals.shift()?.signal ?? 'SIGINT');
    await pause(20);
  }
  clearStalePidFile(cluster);
  writePrivately(ownerFile(dataDir), nameOf(process.pid));
};
