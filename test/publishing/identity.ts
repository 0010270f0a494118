import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';

/** Signs tokens as an identity provider does, and shows its public key on the loopback interface. */
export class TestIdentity {
  private constructor(
    private readonly server: Server,
    readonly issuer: string,
    private readonly privateKey: Awaited<ReturnType<typeof generateKeyPair>>['privateKey'],
  ) {}

  static async start(): Promise<TestIdentity> {
    const { privateKey, publicKey } = await generateKeyPair('RS256');
    const jwks = JSON.stringify({ keys: [{ ...(await exportJWK(publicKey)), kid: 'one', alg: 'RS256', use: 'sig' }] });
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const identity = new TestIdentity(server, `http://127.0.0.1:${(server.address() as AddressInfo).port}`, privateKey);
    server.on('request', ({ url, headers }, response) => {
      void identity.answer(url ?? '', headers.authorization ?? '', jwks).then(([status, body]) => {
        response.writeHead(status, { 'Content-Type': 'application/json' }).end(body);
      });
    });
    return identity;
  }

  /** How often a token was fetched. */
  given = 0;

  /** What it answers; a client's secret is `demo-` and its id, as in the demo. */
  private async answer(url: string, authorization: string, jwks: string): Promise<readonly [number, string]> {
    if (url === '/.well-known/openid-configuration') return [200, JSON.stringify({ token_endpoint: `${this.issuer}/token` })];
    if (url !== '/token') return [200, jwks];
    const [client = '', secret] = Buffer.from(authorization.replace('Basic ', ''), 'base64').toString().split(':');
    if (secret !== `demo-${client}`) return [401, JSON.stringify({ error: 'invalid_client' })];
    this.given += 1;
    return [200, JSON.stringify({ access_token: await this.token(client), expires_in: 600 })];
  }

  get jwksUrl(): string {
    return `${this.issuer}/jwks`;
  }

  token(
    client: string,
    claims: { readonly audience?: string; readonly expires?: number; readonly issuer?: string; readonly scope?: string } = {},
  ) {
    const { audience = 'https://hub.test', expires = Math.floor(Date.now() / 1_000) + 600, issuer = this.issuer, scope } = claims;
    return new SignJWT({ client_id: client, ...(scope === undefined ? {} : { scope }) })
      .setProtectedHeader({ alg: 'RS256', kid: 'one', typ: 'at+jwt' })
      .setIssuer(issuer)
      .setSubject(client)
      .setAudience(audience)
      .setExpirationTime(expires)
      .sign(this.privateKey);
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }
}
