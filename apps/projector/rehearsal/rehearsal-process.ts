import { type ChildProcess, fork, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Fault } from '@throughline/kernel';
import { NoSafeguard } from './place';
import type { FromRehearsal, ToRehearsal } from './messages';

/** A rehearsal ended before its time: it took too long, needed too much memory, or what was sent threw. */
export class RehearsalFailed extends Fault {
  readonly retriable = false;
}

const SILENCE = 30_000;
const MEMORY_MEGABYTES = 2_048;

const folderOf = (file: string): string => {
  let folder = __dirname;
  while (!existsSync(join(folder, file)) && dirname(folder) !== folder) folder = dirname(folder);
  return folder;
};

/** The compiled program: beside this file, or where the sources run as they are, below `dist`. */
const program = (): string => {
  const beside = join(__dirname, 'main.js');
  return existsSync(beside) ? beside : join(folderOf('package.json'), 'dist/apps/projector/rehearsal/main.js');
};

/** What the process may read: the product's own code and its packages. Anything else of the file system, processes and threads are refused. */
const fences = (path: string): readonly string[] => {
  const code = join(path, '../../../..');
  const permission = process.allowedNodeEnvironmentFlags.has('--permission') ? '--permission' : '--experimental-permission';
  const readable = ['apps', 'libs'].map((folder) => join(code, folder)).concat(join(folderOf('node_modules'), 'node_modules'));
  return [
    permission,
    ...readable.map((folder) => `--allow-fs-read=${folder}/*`),
    `--max-old-space-size=${MEMORY_MEGABYTES}`,
    // In our own realm as well, which the sent code meets in everything that it is given.
    '--disallow-code-generation-from-strings',
    '--no-warnings',
  ];
};

/** What ends a process with the one that began it, where the system can: one that judges without end never learns that it is alone. */
const BOUND = ['setpriv', '--pdeathsig', 'KILL', '--'] as const;
const isThere = ([command, ...parameters]: typeof BOUND): boolean =>
  spawnSync(command, [...parameters, 'true'], { stdio: 'ignore' }).status === 0;

/** The process in which a history is rehearsed, with an empty environment and behind the fences that a decision names (infra/decisions). */
export class RehearsalProcess {
  private readonly child: ChildProcess;
  private ended: string | undefined;

  constructor() {
    const path = program();
    const [command, ...parameters] = isThere(BOUND) ? [...BOUND, process.execPath] : [process.execPath];
    this.child = fork(path, [], {
      execPath: command,
      execArgv: [...parameters, ...fences(path)],
      env: {},
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    this.child.once(
      'exit',
      () => (this.ended ??= 'the rehearsal ended by itself: it may have needed too much memory; ask for one partnership'),
    );
    this.child.once('error', () => (this.ended ??= 'the rehearsal did not start'));
  }

  /** Says one thing and answers what comes back. Throws `NoSafeguard` or `RehearsalFailed`. */
  async ask<Kind extends FromRehearsal['kind']>(message: ToRehearsal, expected: Kind): Promise<Extract<FromRehearsal, { kind: Kind }>> {
    const answer = await this.answerTo(message);
    if (answer.kind === 'refused') throw new NoSafeguard(answer.detail, answer);
    if (answer.kind === 'failed') throw new NoSafeguard(answer.detail, answer);
    if (answer.kind !== expected) throw new RehearsalFailed('the rehearsal answered something else');
    return answer as Extract<FromRehearsal, { kind: Kind }>;
  }

  stop(): void {
    this.ended ??= 'the rehearsal was stopped';
    this.child.kill('SIGKILL');
  }

  private answerTo(message: ToRehearsal): Promise<FromRehearsal> {
    const { child } = this;
    return new Promise((resolve, reject) => {
      const done = (): void => {
        clearTimeout(timer);
        child.off('message', answered).off('exit', gone).off('error', gone);
      };
      const gone = (): void => {
        done();
        reject(new RehearsalFailed(this.ended ?? 'the rehearsal ended'));
      };
      const answered = (answer: unknown): void => {
        done();
        resolve(answer as FromRehearsal);
      };
      const timer = setTimeout(() => {
        this.ended ??= 'the safeguard took too long';
        child.kill('SIGKILL');
      }, SILENCE);
      if (this.ended !== undefined || !child.connected) {
        gone();
        return;
      }
      child.on('message', answered).once('exit', gone).once('error', gone);
      child.send(message, (reason) => {
        if (reason !== null) gone();
      });
    });
  }
}
