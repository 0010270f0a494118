import { execFile, spawn } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import { demoToken } from '@throughline/infra/identity';
import { freePort } from '@throughline/infra/ports';
import { Fault } from '@throughline/kernel';
import { Assets } from '../../apps/portal/assets/assets';

const root = join(__dirname, '../..');
const styleSheets = join(root, '.cache/style-sheets');

/** A hub that was started for a test did not become ready; the message holds the last that it said. */
export class HubNotReady extends Fault {
  readonly retriable = false;
}

/** The whole hub in a process of its own, as `npm start` runs it. */
export interface RunningHub {
  readonly origin: string;
  readonly pid: number;
  /** The process of its PostgreSQL. */
  databasePid(): number;
  /** Everything that it said on its two outputs so far. */
  said(): string;
  /** A fresh bearer token of a demo client. */
  token(clientId: string): Promise<string>;
  /** Ends it politely and waits; a scratch data folder is deleted. */
  stop(): Promise<void>;
  /** `kill -9`, and waits until it is gone; its data stays for the next `startHub`. */
  kill(): Promise<void>;
}

export interface HubOptions {
  /** Where it keeps its data; without it in a folder that is deleted on `stop`. */
  readonly dataDir?: string;
  /** Variables besides PORT and DATA_DIR; DEMO is `off` and DEMO_RECORDS 0 unless named here. */
  readonly env?: Readonly<Record<string, string>>;
  /** The port of a hub that was killed, so that what talked to it finds it again and its tokens stay valid; default a free one. */
  readonly port?: number;
  /** Milliseconds until it must be ready; default 60,000. */
  readonly patience?: number;
}

let building: Promise<unknown> | undefined;

/** Compiles what is newer than its output, once in a test process, and the style sheet, which each new hub would be busy with. */
export const buildHub = async (): Promise<void> => {
  building ??= Promise.all([
    promisify(execFile)(process.execPath, [join(root, 'infra/run/build.mjs')], { cwd: root }),
    new Assets(styleSheets).find('portal.css'),
  ]);
  await building;
};

/** As a hub keeps it that was here before; what another process is just writing has no name of a style sheet yet. */
const giveStyleSheet = (dataDir: string): void => {
  const isWhole = (path: string): boolean => path === styleSheets || path.endsWith('.css');
  cpSync(styleSheets, join(dataDir, 'portal'), { recursive: true, filter: isWhole });
};

const isReady = async (origin: string): Promise<boolean> => {
  const answer = await fetch(`${origin}/health/ready`).catch(() => undefined);
  return answer?.status === 200;
};

const tokenOf = (origin: string, clientId: string): Promise<string> => demoToken(`${origin}/idp`, clientId);

/** Builds, starts a hub on a free port and answers when it is ready. The demo's history is left out unless DEMO says otherwise. */
export const startHub = async ({ dataDir, env, port: asked, patience = 120_000 }: HubOptions = {}): Promise<RunningHub> => {
  await buildHub();
  const folder = dataDir ?? mkdtempSync(join(tmpdir(), 'throughline-hub-'));
  giveStyleSheet(folder);
  const port = asked ?? (await freePort());
  const origin = `http://localhost:${port}`;
  const child = spawn(
    process.execPath,
    ['--enable-source-maps', '--disable-warning=ExperimentalWarning', join(root, 'dist/apps/hub/main.js')],
    {
      cwd: root,
      env: {
        PATH: process.env.PATH,
        TMPDIR: process.env.TMPDIR,
        DEMO: 'off',
        DEMO_RECORDS: '0',
        ...env,
        PORT: String(port),
        DATA_DIR: folder,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  const lines: string[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => lines.push(chunk.toString()));
  const gone = new Promise<void>((resolve) => {
    child.once('exit', () => {
      resolve();
    });
  });
  const hasEnded = (): boolean => child.exitCode !== null || child.signalCode !== null;
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    if (!hasEnded()) child.kill(signal);
    await gone;
  };
  const until = Date.now() + patience;
  while (!(await isReady(origin))) {
    await pause(50);
    if (!hasEnded() && Date.now() < until) continue;
    await end('SIGKILL');
    throw new HubNotReady(`the hub did not become ready:\n${lines.join('').split('\n').slice(-30).join('\n')}`);
  }
  return {
    origin,
    pid: child.pid ?? 0,
    databasePid: () => {
      const file = join(folder, 'postgres/cluster/postmaster.pid');
      return existsSync(file) ? Number(readFileSync(file, 'utf8').split('\n')[0]) : 0;
    },
    said: () => lines.join(''),
    token: (clientId) => tokenOf(origin, clientId),
    stop: async () => {
      await end('SIGTERM');
      if (dataDir === undefined) rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
    },
    kill: () => end('SIGKILL'),
  };
};
