import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { Socket } from 'node:net';
import { join } from 'node:path';
import { Supervised } from '@throughline/infra/supervised';
import { Fault } from '@throughline/kernel';
import { kept } from './keys';
import { type ProviderSettings } from './settings';

/** The identity provider ended before it listened; what it said of it went to standard error. */
export class IdentityProviderNotStarted extends Fault {
  readonly retriable = true;
}

export interface IdentityProviderOptions {
  /** `{origin}/idp`. */
  readonly issuer: string;
  /** A folder for its keys; with the same folder, tokens stay valid beyond a restart. */
  readonly dataDir: string;
  readonly partnershipsFile: string;
  readonly peopleFile: string;
  /** Where people come back to after signing in; without it `{origin}/sign-in/callback`. */
  readonly redirectUris?: readonly string[];
}

export interface IdentityProvider {
  /** Where it listens, on the loopback interface; the same for as long as this process lives. */
  readonly url: string;
  /** Its process now; another one after it was started again. */
  readonly pid: number;
  /** The portal's credentials with it. */
  readonly portal: { readonly clientId: string; readonly clientSecret: string };
  stop(): Promise<void>;
}

/** Built, the program lies beside this file as JavaScript; from the sources (in tests) it is run as TypeScript. */
const program = (): readonly string[] => {
  const built = join(__dirname, 'main.js');
  return existsSync(built) ? [built] : ['-r', join(__dirname, '../run/typescript.cjs'), join(__dirname, 'main.ts')];
};

/** The library prefers a newer runtime and says so at each start; it is tried on this one, and nobody can act on the advice. */
const withoutAdvice = (said: string): string => said.replaceAll(/^.*oidc-provider WARNING: Unsupported runtime.*\n?/gm, '');

const start = async (settings: ProviderSettings): Promise<{ child: ChildProcess; port: number }> => {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', ...program()], {
    stdio: ['ignore', 'inherit', 'pipe', 'ipc'],
    env: { PATH: process.env.PATH, NODE_ENV: 'production', IDENTITY_SETTINGS: JSON.stringify(settings) },
  });
  child.stderr?.on('data', (said: Buffer) => process.stderr.write(withoutAdvice(said.toString())));
  const port = await new Promise<number>((resolve, reject) => {
    child.once('message', (message: { port: number }) => resolve(message.port));
    child.once('error', reject);
    child.once('exit', () => reject(new IdentityProviderNotStarted('the identity provider ended before it listened')));
  });
  child.unref();
  if (child.stderr instanceof Socket) child.stderr.unref();
  child.channel?.unref();
  return { child, port };
};

/**
 * Starts the demo's OpenID provider as a process of its own: every agency of the partnerships file is a client (secret
 * `demo-{code}`), and the people of the other file sign in by a click. It ends with this process.
 */
export const startIdentityProvider = async (options: IdentityProviderOptions): Promise<IdentityProvider> => {
  const { issuer, dataDir, partnershipsFile, peopleFile } = options;
  const secret = await kept(join(dataDir, 'portal-secret.json'), () => randomBytes(24).toString('base64url'));
  const redirectUris = options.redirectUris ?? [`${new URL(issuer).origin}/sign-in/callback`];
  const portal = { id: 'portal', secret, redirectUris };
  const settings = { issuer, dataDir, partnershipsFile, peopleFile, portal, port: 0 };
  const { child, port } = await start(settings);
  const again = async (): Promise<ChildProcess> => (await start({ ...settings, port })).child;
  const supervised = new Supervised(child, again, { ask: 'SIGTERM' });
  return {
    url: `http://127.0.0.1:${port}`,
    get pid() {
      return supervised.pid;
    },
    portal: { clientId: portal.id, clientSecret: secret },
    stop: () => supervised.stop(),
  };
};
