import { randomBytes } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { exportJWK, generateKeyPair } from 'jose';
import { type JWK } from 'oidc-provider';

/** What must outlive the process so that its tokens and its sign-ins under way do. */
export interface ProviderKeys {
  /** Private keys that sign tokens. */
  readonly jwks: { readonly keys: readonly JWK[] };
  /** Secrets that sign the provider's cookies. */
  readonly cookies: readonly string[];
}

const makeKeys = async (): Promise<ProviderKeys> => {
  const { privateKey } = await generateKeyPair('RS256', { modulusLength: 2048, extractable: true });
  const key: JWK = { ...(await exportJWK(privateKey)), kty: 'RSA', use: 'sig', alg: 'RS256', kid: randomBytes(8).toString('base64url') };
  return { jwks: { keys: [key] }, cookies: [randomBytes(32).toString('base64url')] };
};

/** Read from a file of its owner alone, or made, whole or not at all. */
export const kept = async <T>(path: string, make: () => Promise<T> | T): Promise<T> => {
  if (existsSync(path)) return JSON.parse(readFileSync(path, 'utf8')) as T;
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const made = await make();
  const file = openSync(`${path}.new`, 'w', 0o600);
  writeSync(file, JSON.stringify(made));
  fsyncSync(file);
  closeSync(file);
  renameSync(`${path}.new`, path);
  return made;
};

export const providerKeys = (dataDir: string): Promise<ProviderKeys> => kept(join(dataDir, 'provider-keys.json'), makeKeys);

/**
 * The public keys that a client has registered for `private_key_jwt`: a JWK Set in `client-keys/{client id}.json` of the data
 * folder. They are looked up at each request, so that registering needs no restart.
 */
export const clientKeys = (dataDir: string, client: string): { readonly keys: readonly JWK[] } | undefined => {
  const path = join(dataDir, 'client-keys', `${client}.json`);
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as { keys: JWK[] }) : undefined;
};
