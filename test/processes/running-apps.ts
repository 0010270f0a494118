import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { demoPartnershipsFile } from '@throughline/infra/demo';
import { freePort } from '@throughline/infra/ports';
import { Fault } from '@throughline/kernel';
import { TestIdentity } from '../publishing/identity';

const root = join(__dirname, '../..');
const PATIENCE = 150_000;

/** An app that was started for a test did not become ready; the message holds the last that it said. */
export class AppNotReady extends Fault {
  readonly retriable = false;
}

export type App = 'intake' | 'projector' | 'notifier' | 'portal';

/** One app in a process of its own. */
export interface RunningApp {
  readonly origin: string;
  readonly pid: number;
  said(): string;
  /** Settles when it is ready. */
  ready(): Promise<void>;
  /** Ends it politely and answers its exit code. */
  stop(): Promise<number | null>;
  /** `kill -9`, and waits until it is gone. */
  kill(): Promise<void>;
}

const launch = (app: App, env: Readonly<Record<string, string>>): ChildProcess =>
  spawn(process.execPath, ['--disable-warning=ExperimentalWarning', join(root, `dist/apps/${app}/main.js`)], {
    cwd: root,
    env: { PATH: process.env['PATH'], TMPDIR: process.env['TMPDIR'], ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });

/** Runs an app with these variables alone, until it ends by itself; answers its exit code and what it said. */
export const runToItsEnd = async (
  app: App,
  env: Readonly<Record<string, string>>,
): Promise<{ readonly code: number | null; readonly said: string }> => {
  const child = launch(app, env);
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const code = await new Promise<number | null>((resolve) => child.once('exit', resolve));
  return { code, said };
};

/** What apps that run alone meet on: a database, where there is one a broker, a folder with the master key, and who signs them in. */
export class MeetingPlace {
  private readonly running: RunningApp[] = [];

  private constructor(
    private readonly folder: string,
    private readonly identity: TestIdentity,
    private readonly env: Readonly<Record<string, string>>,
  ) {}

  static async at(databaseUrl: string, more: Readonly<Record<string, string>> = {}): Promise<MeetingPlace> {
    const folder = mkdtempSync(join(tmpdir(), 'throughline-apps-'));
    const identity = await TestIdentity.start();
    return new MeetingPlace(folder, identity, {
      DATABASE_URL: databaseUrl,
      PARTNERSHIPS: demoPartnershipsFile,
      OIDC_ISSUER: identity.issuer,
      OIDC_CLIENT_ID: 'portal',
      OIDC_CLIENT_SECRET: 'demo-portal',
      OIDC_AUDIENCE: 'https://hub.test',
      ORIGIN: 'https://hub.test',
      DATA_DIR: folder,
      ...more,
    });
  }

  token(client: string): Promise<string> {
    return this.identity.token(client);
  }

  /** Starts an app; it need not be ready yet. */
  async start(app: App): Promise<RunningApp> {
    const port = await freePort();
    const origin = `http://localhost:${port}`;
    const child = launch(app, { ...this.env, PORT: String(port) });
    const lines: string[] = [];
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', (chunk: Buffer) => {
        lines.push(chunk.toString());
      });
    const gone = new Promise<number | null>((resolve) => child.once('exit', resolve));
    const hasEnded = (): boolean => child.exitCode !== null || child.signalCode !== null;
    const end = (signal: NodeJS.Signals): Promise<number | null> => {
      if (!hasEnded()) child.kill(signal);
      return gone;
    };
    const started: RunningApp = {
      origin,
      pid: child.pid ?? 0,
      said: () => lines.join(''),
      ready: async () => {
        const until = performance.now() + PATIENCE;
        for (;;) {
          const answer = await fetch(`${origin}/health/ready`).catch(() => undefined);
          const text = await answer?.text();
          if (answer?.status === 200) return;
          if (hasEnded() || performance.now() > until) {
            const last = lines.join('').split('\n').slice(-20).join('\n');
            throw new AppNotReady(`the ${app} did not become ready: ${text ?? 'no answer'}\n${last}`);
          }
          await pause(50);
        }
      },
      stop: () => end('SIGTERM'),
      kill: async () => {
        await end('SIGKILL');
      },
    };
    this.running.push(started);
    return started;
  }

  async leave(): Promise<void> {
    await Promise.all(this.running.map((app) => app.stop()));
    await this.identity.stop();
    rmSync(this.folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
  }
}
