import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { rm } from 'node:fs/promises';
import { Supervised } from '@throughline/infra/supervised';
import { chooseAccount, endsWithItsParent } from './account';
import { findBinaries } from './binaries';
import { NAME, clusterFolder, makeCluster, password } from './cluster';
import { launch } from './launch';
import { takeOver } from './owner';
import { choosePort } from './port';
import { scratchData } from './scratch';
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

/** Its clients are disconnected; where that takes too long they are cut off. */
const ENDING = { ask: 'SIGINT', insist: { after: 60_000, by: 'SIGQUIT' } } as const;

/**
 * Starts PostgreSQL on this machine for this process alone: on the loopback interface, with a password, as an account that
 * is not root. It ends with this process, and is started again when it ends before.
 */
export const startPostgres = async (options: PostgresOptions = {}): Promise<Postgres> => {
  const scratch = options.dataDir === undefined;
  const dataDir = options.dataDir ?? scratchData();
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const binaries = findBinaries(join(dataDir, 'lib'));
  await takeOver(dataDir);
  const account = chooseAccount(binaries.postgres, dataDir);
  const environment = { ...process.env, ...binaries.environment, LC_ALL: 'C', TZ: 'UTC' };
  await makeCluster({ dataDir, binaries, account }, environment, options.settings?.fsync !== 'off');
  const port = await choosePort(dataDir, options.port);
  const server = [binaries.postgres, '-D', clusterFolder(dataDir), ...settingWords(options.settings ?? {}, port)];
  const task = { dataDir, environment, words: [...account.prefix, ...endsWithItsParent(), ...server] };
  const supervised = new Supervised(await launch(task), () => launch(task), ENDING);
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
