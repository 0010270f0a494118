import 'reflect-metadata';
import { Controller, Get, type INestApplication, Module, Post, UseGuards } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createLogger, ProblemFilter } from '@throughline/platform';
import { CurrentSettings, type SettingsRow } from '@throughline/projections';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { type Caller, CallerGuard, Callers, CallingSystem, NeedsScope } from './index';

const NOW = 1_760_000_000_000;
const clock = { now: NOW };

const settingsOf = (code: string, ...agencies: string[]): SettingsRow => ({
  partnership: code,
  settings: JSON.stringify({
    code,
    name: code,
    number: 1,
    agencies: agencies.map((agency) => ({ code: agency, kind: 'police', name: agency })),
  }),
});

@Controller('v1')
@UseGuards(CallerGuard)
class WhoController {
  @Get('who')
  who(@CallingSystem() { clientId, agency, partnerships, scopes }: Caller): object {
    return { clientId, agency, partnerships, scopes: [...scopes].sort() };
  }

  @Post('operate')
  @NeedsScope('operate')
  operate(): object {
    return {};
  }
}

describe('who is calling', () => {
  let keys: Awaited<ReturnType<typeof generateKeyPair>>;
  let provider: Server;
  let providerIsUp = true;
  let fetched = 0;
  let rows: SettingsRow[] = [];
  let application: INestApplication<Server>;
  let origin: string;
  let issuer: string;
  const settings = new CurrentSettings(() => Promise.resolve(rows));

  beforeAll(async () => {
    keys = await generateKeyPair('ES256');
    const jwks = JSON.stringify({ keys: [{ ...(await exportJWK(keys.publicKey)), kid: 'one', alg: 'ES256' }] });
    provider = createServer((_request, response) => {
      fetched += 1;
      response.writeHead(providerIsUp ? 200 : 503, { 'Content-Type': 'application/json' }).end(jwks);
    });
    await new Promise<void>((resolve) => provider.listen(0, '127.0.0.1', resolve));
    issuer = `http://127.0.0.1:${(provider.address() as AddressInfo).port}`;
    const callers = new Callers({
      issuer,
      jwksUrl: `${issuer}/jwks`,
      audience: 'https://hub.test',
      clients: [{ id: 'operator', scopes: ['operate', 'audit:read'] }],
      settings,
      clock: () => clock.now,
    });
    @Module({ controllers: [WhoController], providers: [{ provide: Callers, useValue: callers }] })
    class SpecModule {}
    application = await NestFactory.create<INestApplication<Server>>(SpecModule, { logger: false });
    application.useGlobalFilters(new ProblemFilter(createLogger('silent')));
    await application.listen(0, '127.0.0.1');
    origin = `http://127.0.0.1:${(application.getHttpServer().address() as AddressInfo).port}`;
  });
  afterAll(async () => {
    await application.close();
    provider.closeAllConnections();
    await new Promise((resolve) => provider.close(resolve));
  });

  const token = (claims: Readonly<Record<string, unknown>>, key = keys.privateKey, seconds = 600): Promise<string> =>
    new SignJWT(claims)
      .setProtectedHeader({ alg: 'ES256', kid: 'one' })
      .setIssuer(issuer)
      .setAudience('https://hub.test')
      .setExpirationTime(clock.now / 1_000 + seconds)
      .sign(key);
  const ask = (authorization?: string, path = 'who', method = 'GET'): Promise<Response> =>
    fetch(`${origin}/v1/${path}`, { method, headers: authorization === undefined ? {} : { authorization } });
  const who = async (claims: Readonly<Record<string, unknown>>): Promise<unknown> => (await ask(`Bearer ${await token(claims)}`)).json();

  it('cannot be told while the settings or the keys of the provider cannot be had: come again', async () => {
    providerIsUp = false;
    expect((await ask(`Bearer ${await token({ client_id: 'police' })}`)).status).toBe(503);
    providerIsUp = true;
    const unread = await ask(`Bearer ${await token({ client_id: 'police' })}`);
    expect([unread.status, unread.headers.get('retry-after')]).toEqual([503, '1']);
    rows = [settingsOf('northgate', 'police', 'csc'), settingsOf('riverside', 'riverside-police')];
    await settings.refresh();
  });

  it('an agency’s system is known by its client id', async () => {
    expect(await who({ client_id: 'police' })).toEqual({ clientId: 'police', agency: 'police', partnerships: ['northgate'], scopes: [] });
    expect(await who({ azp: 'riverside-police' })).toMatchObject({ agency: 'riverside-police', partnerships: ['riverside'] });
  });

  it('the hub’s own clients belong to all partnerships, with the scopes that the file names and the token does not leave out', async () => {
    const all = { clientId: 'operator', partnerships: ['northgate', 'riverside'] };
    expect(await who({ client_id: 'operator' })).toEqual({ ...all, scopes: ['audit:read', 'operate'] });
    expect(await who({ client_id: 'operator', scope: 'audit:read records:import' })).toEqual({ ...all, scopes: ['audit:read'] });
    expect(await who({ client_id: 'police', scope: 'operate' })).toMatchObject({ scopes: [] });
  });

  it('a route’s scope is needed', async () => {
    const post = async (claims: Readonly<Record<string, unknown>>) =>
      (await ask(`Bearer ${await token(claims)}`, 'operate', 'POST')).status;
    expect(await post({ client_id: 'operator' })).toBe(201);
    expect(await post({ client_id: 'operator', scope: 'audit:read' })).toBe(403);
    expect(await post({ client_id: 'police' })).toBe(403);
  });

  it('nobody else is let in, and is told how to sign in', async () => {
    const other = await generateKeyPair('ES256');
    const forged = await token({ client_id: 'police' }, other.privateKey);
    const none = Buffer.from(JSON.stringify({ alg: 'none' })).toString('base64url');
    const cases: (string | undefined)[] = [
      ...[undefined, '', 'Bearer', 'Basic cG9saWNlOmRlbW8=', 'Bearer abc', `Bearer ${forged}`],
      `Bearer ${none}.${forged.split('.')[1] ?? ''}.`,
      `Bearer ${await token({ client_id: 'nobody' })}`,
      `Bearer ${await token({ sub: 'police' })}`,
      `Bearer ${await token({ client_id: 'police' }, keys.privateKey, -60)}`,
    ];
    for (const authorization of cases) {
      const response = await ask(authorization);
      expect([authorization, response.status]).toEqual([authorization, 401]);
      expect(response.headers.get('www-authenticate')).toMatch(/^Bearer/);
      expect(await response.json()).toMatchObject({ status: 401 });
    }
  });

  it('a token that was good is remembered until it ends', async () => {
    const good = `Bearer ${await token({ client_id: 'csc' })}`;
    const before = fetched;
    for (let time = 0; time < 5; time += 1) expect((await ask(good)).status).toBe(200);
    expect(fetched).toBe(before);
    clock.now += 700_000;
    expect((await ask(good)).status).toBe(401);
    clock.now = NOW;
  });

  it('an agency that joins a partnership is known with the next settings', async () => {
    const claims = { client_id: 'haven' };
    expect(await who(claims)).toMatchObject({ status: 401 });
    rows = [settingsOf('northgate', 'police', 'csc', 'haven'), settingsOf('riverside', 'riverside-police')];
    await settings.refresh();
    expect(await who(claims)).toMatchObject({ agency: 'haven' });
  });
});
