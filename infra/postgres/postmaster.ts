import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { isAlive } from '@throughline/infra/scratch';

/** What PostgreSQL itself writes beside its data about the server that runs on it. */
export interface Postmaster {
  readonly pid: number;
  readonly ready: boolean;
}

const pidFile = (cluster: string): string => join(cluster, 'postmaster.pid');

const readText = (path: string): string | undefined => {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
};

/** A process that ended but was not yet collected by its parent holds nothing any more. */
const isZombie = (pid: number): boolean =>
  readText(`/proc/${pid}/stat`)
    ?.replace(/^.*\) /s, '')
    .startsWith('Z') ?? false;

/** A number is given to another process after a while, and in a container soon: where it can be seen, the name decides. */
const isPostgres = (pid: number): boolean => readText(`/proc/${pid}/comm`)?.startsWith('postgres') ?? true;

/** The server that runs on this data now; nothing where the file was left behind by one that was killed. */
export const runningPostmaster = (cluster: string): Postmaster | undefined => {
  const lines = readText(pidFile(cluster))?.split('\n') ?? [];
  const pid = Number(lines[0]);
  if (!Number.isInteger(pid) || pid <= 0 || !isAlive(pid) || isZombie(pid) || !isPostgres(pid)) return undefined;
  return { pid, ready: lines[7]?.trim() === 'ready' };
};

/** Removes what a killed server left behind, so that a stranger under its old number does not keep the next one from starting. */
export const clearStalePidFile = (cluster: string): void => {
  if (runningPostmaster(cluster) === undefined) rmSync(pidFile(cluster), { force: true });
};
