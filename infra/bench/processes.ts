import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { freePort } from '@throughline/infra/ports';
import { Fault } from '@throughline/kernel';

/** What the bench started has ended, or does not answer. */
export class BenchFailed extends Fault {
  readonly retriable = false;
}

const root = (): string => {
  let folder = __dirname;
  while (!existsSync(join(folder, 'package.json'))) folder = dirname(folder);
  return folder;
};

/** Where a file of the built product is, whether this is the built one or not. */
export const built = (path: string): string => join(root(), 'dist', path);

/** A process of the bench: the hub, or one of its floors. It ends with the bench, also when that is killed. */
export interface Running {
  readonly origin: string;
  stop(): Promise<void>;
}

const start = async (
  script: string,
  parameters: readonly string[],
  environment: Readonly<Record<string, string>>,
  path: string,
  more: readonly string[] = [],
): Promise<Running> => {
  const port = await freePort();
  const origin = `http://localhost:${port}`;
  const flags = [...(process.env['BENCH_NODE_FLAGS'] ?? '').split(' ').filter((flag) => flag !== ''), ...more];
  const tether = ['--require', built('infra/bench/tether/main.js')];
  const words = ['--disable-warning=ExperimentalWarning', ...tether, ...flags, built(script), ...parameters];
  const child: ChildProcess = spawn(process.execPath, words, {
    env: {
      PATH: process.env['PATH'],
      TMPDIR: process.env['TMPDIR'],
      LOG_LEVEL: 'error',
      DEMO: 'off',
      ...environment,
      PORT: String(port),
    },
    stdio: ['pipe', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr?.on('data', (chunk: Buffer) => (said = `${said}${chunk.toString()}`.slice(-4_000)));
  const gone = new Promise<void>((resolve) => {
    child.once('exit', () => {
      resolve();
    });
  });
  const stop = async (): Promise<void> => {
    child.kill('SIGTERM');
    await gone;
  };
  const until = performance.now() + 60_000;
  for (;;) {
    const answer = await fetch(`${origin}${path}`).catch(() => undefined);
    await answer?.arrayBuffer();
    if (answer?.ok === true) return { origin, stop };
    if (child.exitCode !== null || performance.now() > until) {
      await stop();
      throw new BenchFailed(`${script} did not start: ${said}`);
    }
    await pause(20);
  }
};

/**
 * The whole hub, as `npm start` runs it; it answers before its partitions are read.
 * @param flags for Node, beside those of the variable BENCH_NODE_FLAGS
 */
export const startHubProcess = (environment: Readonly<Record<string, string>>, flags: readonly string[] = []): Promise<Running> =>
  start('apps/hub/main.js', [], environment, '/health/live', flags);

/** A floor: what it does is told in its first parameter. */
export const startFloor = (task: object): Promise<Running> => start('infra/bench/floor/main.js', [JSON.stringify(task)], {}, '/');
