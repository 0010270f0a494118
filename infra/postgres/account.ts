import { spawnSync } from 'node:child_process';
import { chownSync, lchownSync, readdirSync, statSync } from 'node:fs';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { Fault } from '@throughline/kernel';

/** PostgreSQL refuses to run as root, and no other account could be taken that reaches its programs and its data. */
export class NoAccountForPostgres extends Fault {
  readonly retriable = false;
}

/** Nobody's number, in whose name PostgreSQL runs where the hub runs as root. */
const NOBODY = 65_534;

/** How PostgreSQL is started: the words before its own command line, and the owner that its files must have. */
export interface Account {
  readonly prefix: readonly string[];
  readonly owner: number | undefined;
}

const inANamespace = ['unshare', '--user', `--map-user=${NOBODY}`, `--map-group=${NOBODY}`, '--'];
const capability = '-all,+dac_override';
const asNobody = ['setpriv', `--reuid=${NOBODY}`, `--regid=${NOBODY}`, '--clear-groups'];

/**
 * The ways of root, best first: a user namespace leaves the files root's own and works under any folder; a container
 * that forbids namespaces gets another account; where that account cannot reach the folder, one that may read any file.
 */
const waysOfRoot: readonly Account[] = [
  { prefix: inANamespace, owner: 0 },
  { prefix: [...asNobody, '--'], owner: NOBODY },
  { prefix: [...asNobody, `--inh-caps=${capability}`, `--ambient-caps=${capability}`, '--'], owner: NOBODY },
];

const succeeds = (words: readonly string[]): boolean => {
  const [command, ...parameters] = words;
  return command !== undefined && spawnSync(command, parameters, { stdio: 'ignore' }).status === 0;
};

/** Gives a folder and all that lies in it to one owner; what is his already is left alone. */
const giveTo = (owner: number, path: string): void => {
  if (statSync(path).uid === owner) return;
  for (const entry of readdirSync(path, { withFileTypes: true, recursive: true })) {
    lchownSync(join(entry.parentPath, entry.name), owner, owner);
  }
  chownSync(path, owner, owner);
};

const chooseForRoot = (program: string, dataDir: string): Account => {
  const before = statSync(dataDir).uid;
  for (const account of waysOfRoot) {
    const owner = account.owner ?? 0;
    chownSync(dataDir, owner, owner);
    if (!succeeds([...account.prefix, 'sh', '-c', 'test -x "$1" && test -r "$1" && test -w "$2"', 'sh', program, dataDir])) continue;
    chownSync(dataDir, before, before);
    giveTo(owner, dataDir);
    return account;
  }
  throw new NoAccountForPostgres(
    'PostgreSQL cannot run as root, and neither unshare nor setpriv could lend it another account: start the hub as an ordinary user',
  );
};

/** A container may run as a number that has no name; `initdb` insists on one. */
const hasName = (): boolean => {
  try {
    return userInfo().username !== '';
  } catch {
    return false;
  }
};

const ownAccount: Account = { prefix: [], owner: undefined };
const ownAccountUnderAName: Account = { prefix: inANamespace, owner: undefined };

/** In whose name PostgreSQL is to run here, with `dataDir` made his. */
export const chooseAccount = (program: string, dataDir: string): Account => {
  if (process.getuid?.() === 0) return chooseForRoot(program, dataDir);
  return hasName() || !succeeds([...inANamespace, 'true']) ? ownAccount : ownAccountUnderAName;
};

/** `setpriv` ends the server with the process that started it, however that process ended; there is none outside Linux. */
export const endsWithItsParent = (): readonly string[] =>
  process.platform === 'linux' && succeeds(['setpriv', '--pdeathsig', 'INT', '--', 'true']) ? ['setpriv', '--pdeathsig', 'INT', '--'] : [];
