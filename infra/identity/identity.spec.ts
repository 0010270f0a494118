import { type INestApplication, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { type RequestHandler } from 'express';
import { exportJWK, generateKeyPair, importJWK, jwtVerify, createRemoteJWKSet, SignJWT } from 'jose';
import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { type AddressInfo } from 'node:net';
import { type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import * as client from 'openid-client';
import { type IdentityProvider, proxyTo, startIdentityProvider } from './index';

type PrivateKey = Awaited<ReturnType<typeof generateKeyPair>>['privateKey'];

const folder = mkdtempSync(join(tmpdir(), 'throughline-spec-'));
const partnershipsFile = join(folder, 'partnerships.yaml');
const peopleFile = join(folder, 'people.yaml');

writeFileSync(
  partnershipsFile,
  `partnerships:
  - code: northgate
    name: Northgate Partnership
    agencies:
      - { code: police, kind: police, name: Northgate Police }
      - { code: health-visiting, kind: community-health, name: Northgate Health Visiting }
clients:
  - { id: operator, scopes: [records:import, audit:read, operate] }
  - { id: auditor, scopes: [audit:read] }
`,
);
writeFileSync(
  peopleFile,
  `- { id: amina, name: "Amina <Okafor>", agency: police, role: practitioner, title: Domestic abuse officer }
- { id: tom, name: Tom Price, agency: health-visiting, role: manager }
- { id: far, name: Far Away, agency: riverside-police, role: practitioner }
`,
);

/** The hub's own parsers of bodies are there: the proxy stands before them. */
@Module({})
class Hub {}

describe('the demo’s identity provider', () => {
  let hub: INestApplication<Server>;
  let origin: string;
  let issuer: string;
  let provider: IdentityProvider;
  let target: string;

  beforeAll(async () => {
    hub = await NestFactory.create<INestApplication<Server>>(Hub, { logger: false });
    hub.use('/idp', (...call: Parameters<RequestHandler>) => void proxyTo(target)(...call));
    await hub.listen(0, '127.0.0.1');
    origin = `http://127.0.0.1:${(hub.getHttpServer().address() as AddressInfo).port}`;
    issuer = `${origin}/idp`;
    provider = await startIdentityProvider({ issuer, dataDir: join(folder, 'identity'), partnershipsFile, peopleFile });
    target = provider.url;
  });

  afterAll(async () => {
    await provider.stop();
    await hub.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const askToken = (id: string, secret: string, fields: Record<string, string> = {}): Promise<Response> =>
    fetch(`${issuer}/token`, {
      method: 'POST',
      headers: { authorization: `Basic ${Buffer.from(`${id}:${secret}`).toString('base64')}` },
      body: new URLSearchParams({ grant_type: 'client_credentials', ...fields }),
    });

  const tokenOf = async (response: Response): Promise<string> => {
    const body = (await response.json()) as { access_token: string };
    expect(response.status).toBe(200);
    return body.access_token;
  };

  const verify = (token: string, audience = origin) =>
    jwtVerify(token, createRemoteJWKSet(new URL(`${issuer}/jwks`)), { issuer, audience, typ: 'at+jwt' });

  it('gives an agency a signed token for its name and secret, valid for an hour, with its scopes', async () => {
    const response = await askToken('police', 'demo-police');
    const body = (await response.clone().json()) as Record<string, unknown>;
    expect(body).toMatchObject({ token_type: 'Bearer', expires_in: 3600, scope: 'records:publish records:read' });
    const { payload } = await verify(await tokenOf(response));
    expect(payload).toMatchObject({ client_id: 'police', sub: 'police', scope: 'records:publish records:read' });
    expect((payload.exp ?? 0) - (payload.iat ?? 0)).toBe(3600);
  });

  it('gives the operator and the auditor the scopes that the partnerships file names', async () => {
    expect((await verify(await tokenOf(await askToken('operator', 'demo-operator')))).payload.scope).toBe(
      'records:import audit:read operate',
    );
    expect((await verify(await tokenOf(await askToken('auditor', 'demo-auditor')))).payload.scope).toBe('audit:read');
  });

  it('gives fewer scopes where fewer are asked for, and never more than the client has', async () => {
    expect((await verify(await tokenOf(await askToken('operator', 'demo-operator', { scope: 'operate' })))).payload.scope).toBe('operate');
    const greedy = await tokenOf(await askToken('police', 'demo-police', { scope: 'records:read audit:read' }));
    expect((await verify(greedy)).payload.scope).toBe('records:read');
  });

  it('takes the secret in the body as well', async () => {
    const body = new URLSearchParams({ grant_type: 'client_credentials', client_id: 'police', client_secret: 'demo-police' });
    await verify(await tokenOf(await fetch(`${issuer}/token`, { method: 'POST', body })));
  });

  it('refuses a wrong secret, an unknown client, and a token for another audience', async () => {
    expect((await askToken('police', 'demo-gp')).status).toBe(401);
    expect((await askToken('nobody', 'demo-nobody')).status).toBe(401);
    expect((await askToken('far', 'demo-far')).status).toBe(401);
    expect((await askToken('police', 'demo-police', { resource: 'https://elsewhere.example' })).status).toBe(400);
  });

  it('takes a signed assertion from a client that has registered a key, and from no other', async () => {
    const { publicKey, privateKey } = await generateKeyPair('ES256', { extractable: true });
    const assertion = (key: PrivateKey, id: string) =>
      new SignJWT({ jti: `${id}-${performance.now()}` })
        .setProtectedHeader({ alg: 'ES256' })
        .setIssuer(id)
        .setSubject(id)
        .setAudience(issuer)
        .setIssuedAt()
        .setExpirationTime('1 minute')
        .sign(key);
    const ask = async (key: PrivateKey, id: string): Promise<Response> =>
      fetch(`${issuer}/token`, {
        method: 'POST',
        body: new URLSearchParams({
          grant_type: 'client_credentials',
          client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
          client_assertion: await assertion(key, id),
        }),
      });
    expect((await ask(privateKey, 'health-visiting')).status).toBe(401);
    mkdirSync(join(folder, 'identity/client-keys'), { recursive: true });
    const jwk = { ...(await exportJWK(publicKey)), alg: 'ES256', use: 'sig' };
    writeFileSync(join(folder, 'identity/client-keys/health-visiting.json'), JSON.stringify({ keys: [jwk] }));
    expect((await verify(await tokenOf(await ask(privateKey, 'health-visiting')))).payload.client_id).toBe('health-visiting');
    const { privateKey: other } = await generateKeyPair('ES256');
    expect((await ask(other, 'health-visiting')).status).toBe(401);
    expect((await askToken('health-visiting', 'demo-health-visiting')).status).toBe(200);
    expect(await importJWK(jwk)).toBeDefined();
  });

  it('is found by a certified client, which gets a token', async () => {
    const found = await client.discovery(new URL(issuer), 'police', {}, client.ClientSecretBasic('demo-police'), {
      execute: [client.allowInsecureRequests],
    });
    expect(found.serverMetadata()).toMatchObject({ issuer, token_endpoint: `${issuer}/token`, jwks_uri: `${issuer}/jwks` });
    const { access_token: token } = await client.clientCredentialsGrant(found, {});
    expect((await verify(token)).payload.sub).toBe('police');
  });

  /** A browser without JavaScript: it keeps cookies and follows what it is told. */
  const browser = () => {
    const jar = new Map<string, string>();
    return async (url: string, form?: Record<string, string>): Promise<Response> => {
      const response = await fetch(url, {
        method: form === undefined ? 'GET' : 'POST',
        redirect: 'manual',
        headers: { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') },
        ...(form === undefined ? {} : { body: new URLSearchParams(form) }),
      });
      for (const cookie of response.headers.getSetCookie()) {
        const [pair = ''] = cookie.split(';');
        const [name = '', value = ''] = pair.split(/=(.*)/s);
        jar.set(name, value);
      }
      return response;
    };
  };

  const signIn = async () => {
    const { clientId, clientSecret } = provider.portal;
    const portal = await client.discovery(new URL(issuer), clientId, {}, client.ClientSecretBasic(clientSecret), {
      execute: [client.allowInsecureRequests],
    });
    const verifier = client.randomPKCECodeVerifier();
    const [state, nonce] = [client.randomState(), client.randomNonce()];
    const address = client.buildAuthorizationUrl(portal, {
      redirect_uri: `${origin}/sign-in/callback`,
      scope: 'openid',
      code_challenge: await client.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
      state,
      nonce,
    });
    return { portal, address, checks: { pkceCodeVerifier: verifier, expectedState: state, expectedNonce: nonce } };
  };

  it('signs a person in by a click, with who, where and in what role', async () => {
    const { portal, address, checks } = await signIn();
    const open = browser();
    const choosing = String((await open(address.href)).headers.get('location'));
    expect(new URL(choosing, origin).origin).toBe(origin);
    const page = await open(new URL(choosing, origin).href);
    const html = await page.text();
    expect(html).toContain('Sign in as Amina &#60;Okafor&#62;</button>');
    expect(html).toContain('<h2>Northgate Health Visiting</h2>');
    expect(html).not.toContain('Far Away');
    expect(html).not.toContain('<script');
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");

    const chosen = await open(new URL(choosing, origin).href, { person: 'amina' });
    const back = await open(String(chosen.headers.get('location')));
    const callback = new URL(String(back.headers.get('location')));
    expect(`${callback.origin}${callback.pathname}`).toBe(`${origin}/sign-in/callback`);
    const tokens = await client.authorizationCodeGrant(portal, callback, checks);
    expect(tokens.claims()).toMatchObject({
      iss: issuer,
      sub: 'amina',
      name: 'Amina <Okafor>',
      agency: 'police',
      role: 'practitioner',
      title: 'Domestic abuse officer',
    });
    expect(typeof tokens.claims()?.auth_time).toBe('number');

    const again = await signIn();
    const next = await open(again.address.href);
    expect(next.headers.get('location')).toContain('/idp/sign-in/');
  });

  it('refuses a sign-in without proof of the code, a return to elsewhere, and a choice of nobody', async () => {
    const { address } = await signIn();
    const bare = new URL(address);
    bare.searchParams.delete('code_challenge');
    bare.searchParams.delete('code_challenge_method');
    expect((await browser()(bare.href)).headers.get('location')).toContain('error=invalid_request');
    const elsewhere = new URL(address);
    elsewhere.searchParams.set('redirect_uri', 'https://elsewhere.example/');
    expect((await browser()(elsewhere.href)).status).toBe(400);
    const open = browser();
    const choosing = new URL(String((await open(address.href)).headers.get('location')), origin).href;
    expect((await open(choosing, { person: 'far' })).status).toBe(400);
    expect(await (await browser()(choosing)).text()).toContain('no longer under way');
  });

  it('is there again by itself after a kill, at the same address, and its tokens stay valid', async () => {
    const token = await tokenOf(await askToken('police', 'demo-police'));
    const before = provider.pid;
    process.kill(before, 'SIGKILL');
    let response = await askToken('police', 'demo-police');
    expect(response.status).toBe(503);
    expect(response.headers.get('content-type')).toContain('application/problem+json');
    for (let tries = 0; tries < 100 && response.status === 503; tries += 1) {
      await pause(50);
      response = await askToken('police', 'demo-police');
    }
    expect(response.status).toBe(200);
    expect(provider.pid).not.toBe(before);
    expect((await verify(token)).payload.sub).toBe('police');
  });

  it('keeps its keys in a file of its owner alone', () => {
    expect(statSync(join(folder, 'identity/provider-keys.json')).mode & 0o077).toBe(0);
  });
});
