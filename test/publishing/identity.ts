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
    const server = createServer((_request, response) => response.setHeader('Content-Type', 'application/json').end(jwks));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return new TestIdentity(server, `http://127.0.0.1:${(server.address() as AddressInfo).port}`, privateKey);
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
