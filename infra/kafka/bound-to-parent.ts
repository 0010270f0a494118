import { type ChildProcess, spawn, spawnSync } from 'node:child_process';

/** Ends the second process when the first is gone; ends itself when the second is. */
const WATCHDOG = 'while kill -0 "$0" 2>/dev/null && kill -0 "$1" 2>/dev/null; do /bin/sleep 1; done; kill -9 "$1" 2>/dev/null';

const setprivIsThere = (): boolean => spawnSync('setpriv', ['--pdeathsig', 'KILL', 'true'], { stdio: 'ignore' }).status === 0;

/**
 * Starts a program that does not outlive this process, however this process ends: the kernel's parent-death signal where
 * `setpriv` is there, else a small watchdog beside it. Its pid is the program's own. Both streams go to the given file.
 */
export const spawnBoundToParent = (program: string, args: readonly string[], output: number): ChildProcess => {
  const stdio: ['ignore', number, number] = ['ignore', output, output];
  if (setprivIsThere()) return spawn('setpriv', ['--pdeathsig', 'KILL', program, ...args], { stdio });
  const child = spawn(program, args, { stdio });
  if (child.pid !== undefined) {
    spawn('/bin/sh', ['-c', WATCHDOG, String(process.pid), String(child.pid)], { stdio: 'ignore', detached: true }).unref();
  }
  return child;
};
