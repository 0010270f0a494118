import { randomBytes } from 'node:crypto';
import { spawn } from 'node:child_process';
import { chmodSync, chownSync, closeSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { Fault } from '@throughline/kernel';
import { type Account } from './account';
import { type Binaries } from './binaries';

/** The folder of a new database could not be made. What PostgreSQL said of it is in the message. */
export class ClusterNotMade extends Fault {
  readonly retriable = true;
}

/** The role and the database that the hub connects as and to. */
export const NAME = 'throughline';

interface Place {
  readonly dataDir: string;
  readonly binaries: Binaries;
  readonly account: Account;
}

export const clusterFolder = (dataDir: string): string => join(dataDir, 'cluster');

const run = (words: readonly string[], environment: NodeJS.ProcessEnv, input: string): Promise<void> =>
  new Promise((resolve, reject) => {
    const [command = '', ...parameters] = words;
    const child = spawn(command, parameters, { env: environment, stdio: ['pipe', 'ignore', 'pipe'] });
    let said = '';
    child.stderr.on('data', (text: Buffer) => (said = `${said}${text.toString()}`.slice(-2_000)));
    child.on('error', reject);
    child.on('close', (code) =>
      code === 0 ? resolve() : reject(new ClusterNotMade(`${parameters.at(-1) ?? ''} ended with ${code}: ${said}`)),
    );
    child.stdin.on('error', () => undefined);
    child.stdin.end(input);
  });

/** Written whole or not at all, and readable by nobody but its owner. */
export const writePrivately = (path: string, text: string): void => {
  const file = openSync(`${path}.new`, 'w', 0o600);
  writeSync(file, text);
  fsyncSync(file);
  closeSync(file);
  chmodSync(`${path}.new`, 0o600);
  renameSync(`${path}.new`, path);
};

/** The password of the hub's role, made with the data folder. */
export const password = (dataDir: string): string => {
  const path = join(dataDir, 'password');
  if (!existsSync(path)) writePrivately(path, randomBytes(24).toString('base64url'));
  return readFileSync(path, 'utf8').trim();
};

/** Makes the database's folder where there is none. An interrupted one is thrown away: only a whole one takes the name. */
export const makeCluster = async (
  { dataDir, binaries, account }: Place,
  environment: NodeJS.ProcessEnv,
  durable: boolean,
): Promise<void> => {
  const cluster = clusterFolder(dataDir);
  if (existsSync(cluster)) return;
  const unfinished = `${cluster}.new`;
  rmSync(unfinished, { recursive: true, force: true });
  password(dataDir);
  const passwordFile = join(dataDir, 'password');
  if (account.owner !== undefined) chownSync(passwordFile, account.owner, account.owner);
  const parameters = [
    `--username=${NAME}`,
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale=C',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--no-instructions',
    ...(durable ? [] : ['--no-sync']),
    `--pgdata=${unfinished}`,
  ];
  await run([...account.prefix, binaries.initdb, ...parameters], environment, '');
  const single = [binaries.postgres, '--single', ...(durable ? [] : ['-F']), '-D', unfinished, 'postgres'];
  await run([...account.prefix, ...single], environment, `CREATE DATABASE ${NAME};\n`);
  renameSync(unfinished, cluster);
};
