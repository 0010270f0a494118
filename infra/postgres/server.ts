import { type ChildProcess } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { rm } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { chooseAccount, endsWithItsParent } from './account';
import { findBinaries } from './binaries';
import { NAME, clusterFolder, makeCluster, password } from './cluster';
import { type Launch, launch } from './launch';
import { takeOver } from './owner';
import { choosePort } from './port';
import { scratchFolder } from './scratch';
import { settingWords } from './settings';

export interface PostgresOptions {
  /** Where the data stays; without it a scratch folder that is deleted when the server stops. */
  readonly dataDir?: string;
  /** The port to listen on; without it the one that this data had last time, or a free one. */
  readonly port?: number;
  /** Server settings that differ from those for a small machine. */
  readonly settings?: Readonly<Record<string, string>>;
}

export interface Postgres {
  /** With the password in it: never log it. */
  readonly url: string;
  /** The server's process now; another one after a crash that it was started again from. */
  readonly pid: number;
  /** Ends the server in order (its clients are disconnected) and, where the folder was a scratch one, deletes it. */
  stop(): Promise<void>;
  /** Ends it as a power cut would, and leaves it so: for drills. */
  kill(): void;
}

const GRACE = 60_000;

const gone = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve();
    child.ref();
    child.once('exit', () => resolve());
  });

/** A server that is started again, on the same port, when it ends without having been asked to. */
class Supervised {
  private state: 'wanted' | 'ending' = 'wanted';

  constructor(
    private readonly task: Launch,
    private child: ChildProcess,
  ) {
    this.watch();
  }

  /** Asked anew each time: it changes while a start is waited for. */
  private isWanted(): boolean {
    return this.state === 'wanted';
  }

  get pid(): number {
    return this.child.pid ?? 0;
  }

  private watch(): void {
    this.child.once('exit', () => void this.startAgain());
  }

  private async startAgain(): Promise<void> {
    for (let delay = 50; this.isWanted(); delay = Math.min(delay * 2, 5_000)) {
      await pause(delay, undefined, { ref: false });
      if (!this.isWanted()) return;
      try {
        this.child = await launch(this.task);
        if (this.isWanted()) this.watch();
        else this.child.kill('SIGINT');
        return;
      } catch {
        // What it said stands in its log; its clients see the connection refused, and readiness shows it.
      }
    }
  }

  async stop(): Promise<void> {
    this.state = 'ending';
    const ended = gone(this.child);
    this.child.kill('SIGINT');
    const insist = setTimeout(() => this.child.kill('SIGQUIT'), GRACE);
    await ended;
    clearTimeout(insist);
  }

  kill(): void {
    this.state = 'ending';
    this.child.kill('SIGKILL');
  }
}

/**
 * Starts PostgreSQL on this machine for this process alone: on the loopback interface, with a password, as an account that
 * is not root. It ends with this process, and is started again when it ends before.
 */
export const startPostgres = async (options: PostgresOptions = {}): Promise<Postgres> => {
  const scratch = options.dataDir === undefined;
  const dataDir = options.dataDir ?? scratchFolder();
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const binaries = findBinaries(join(dataDir, 'lib'));
  await takeOver(dataDir);
  const account = chooseAccount(binaries.postgres, dataDir);
  const environment = { ...process.env, ...binaries.environment, LC_ALL: 'C', TZ: 'UTC' };
  await makeCluster({ dataDir, binaries, account }, environment, options.settings?.fsync !== 'off');
  const port = await choosePort(dataDir, options.port);
  const server = [binaries.postgres, '-D', clusterFolder(dataDir), ...settingWords(options.settings ?? {}, port)];
  const task = { dataDir, environment, words: [...account.prefix, ...endsWithItsParent(), ...server] };
  const supervised = new Supervised(task, await launch(task));
  return {
    url: `postgres://${NAME}:${password(dataDir)}@127.0.0.1:${port}/${NAME}`,
    get pid() {
      return supervised.pid;
    },
    async stop() {
      await supervised.stop();
      if (scratch) await rm(dataDir, { recursive: true, force: true, maxRetries: 5 });
    },
    kill: () => supervised.kill(),
  };
};
