import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Fault } from '@throughline/kernel';
import { clusterFolder } from './cluster';
import { clearStalePidFile, runningPostmaster } from './postmaster';

/** The server ended before it was ready. The last lines of its log, which hold no row's content, are in the message. */
export class PostgresNotStarted extends Fault {
  readonly retriable = false;
}

const LOG_BYTES = 10_000_000;
/** Processes of a killed server keep its shared memory until they notice; a new one is refused for so long (milliseconds). */
const REFUSED_AFTER_A_KILL = 15_000;

const logFile = (dataDir: string): string => join(dataDir, 'postgres.log');

/** The log of this life of the server; a grown one is kept as the last one. */
const openLog = (dataDir: string): number => {
  const path = logFile(dataDir);
  if (existsSync(path) && statSync(path).size > LOG_BYTES) renameSync(path, `${path}.1`);
  return openSync(path, 'a', 0o600);
};

const lastWords = (dataDir: string): string => readFileSync(logFile(dataDir), 'utf8').trimEnd().split('\n').slice(-6).join('\n');

export interface Launch {
  readonly dataDir: string;
  readonly words: readonly string[];
  readonly environment: NodeJS.ProcessEnv;
}

/** In a group of its own, so that a Ctrl-C reaches the hub first, which stops the server last. */
const start = ({ dataDir, words, environment }: Launch): ChildProcess => {
  const log = openLog(dataDir);
  const [command = '', ...parameters] = words;
  const child = spawn(command, parameters, { env: environment, stdio: ['ignore', log, log], detached: process.platform !== 'win32' });
  closeSync(log);
  child.on('error', () => undefined);
  child.unref();
  return child;
};

const isOver = (child: ChildProcess): boolean => child.pid === undefined || child.exitCode !== null || child.signalCode !== null;

/** Starts the server and settles when it takes connections, however long its recovery lasts. */
export const launch = async (task: Launch): Promise<ChildProcess> => {
  const cluster = clusterFolder(task.dataDir);
  const began = performance.now();
  for (;;) {
    const child = start(task);
    while (!isOver(child)) {
      const server = runningPostmaster(cluster);
      if (server?.ready === true && server.pid === child.pid) return child;
      await pause(5);
    }
    const said = lastWords(task.dataDir);
    const wasKilled = child.signalCode !== null;
    const mayPass = (wasKilled || /shared memory block|lock file|in use/.test(said)) && performance.now() - began < REFUSED_AFTER_A_KILL;
    if (!mayPass) throw new PostgresNotStarted(`PostgreSQL did not start:\n${said}`);
    await pause(200);
    clearStalePidFile(cluster);
  }
};
