import { Fault } from '@throughline/kernel';
import type { HubPlace } from './hub-place';

/** The identity provider does not give this client a token. */
export class NoToken extends Fault {
  readonly retriable = false;
}

/** The identity provider is not there just now. */
export class TokenUnavailable extends Fault {
  readonly retriable = true;
}

/** A token is renewed this long before it ends, or at half its life where that is shorter. */
const EARLY = 60_000;

const formEncoded = (text: string): string => new URLSearchParams([['', text]]).toString().slice(1);

/** Tokens by client credentials (OAuth 2, `client_secret_basic`), each used until shortly before its end. */
export class AccessToken {
  private held: { readonly token: string; readonly until: number } | undefined;
  private endpoint: string | undefined;

  constructor(private readonly place: HubPlace) {}

  /** Fails with `NoToken`, or `TokenUnavailable` where nobody answers. */
  async get(): Promise<string> {
    if (this.held !== undefined && performance.now() < this.held.until) return this.held.token;
    const { clientId, clientSecret } = this.place;
    const credentials = Buffer.from(`${formEncoded(clientId)}:${formEncoded(clientSecret)}`).toString('base64');
    const response = await this.fetch(await this.tokenEndpoint(), {
      method: 'POST',
      headers: { authorization: `Basic ${credentials}`, 'content-type': 'application/x-www-form-urlencoded' },
      body: 'grant_type=client_credentials',
    });
    if (response.status >= 500) throw new TokenUnavailable(`the identity provider answered ${response.status}`);
    if (!response.ok) throw new NoToken(`the identity provider refused the client ${clientId} (${response.status})`);
    const { access_token: token, expires_in: seconds = 60 } = (await response.json()) as { access_token?: string; expires_in?: number };
    if (token === undefined) throw new NoToken('the identity provider gave no token');
    const life = seconds * 1_000;
    this.held = { token, until: performance.now() + life - Math.min(EARLY, life / 2) };
    return token;
  }

  /** The hub did not take it: the next call fetches another. */
  forget(): void {
    this.held = undefined;
  }

  /** The hub's own provider takes them at `{issuer}/token`; another says where. */
  private async tokenEndpoint(): Promise<string> {
    if (this.place.issuer === undefined) return `${this.place.url}/idp/token`;
    if (this.endpoint !== undefined) return this.endpoint;
    const response = await this.fetch(`${this.place.issuer}/.well-known/openid-configuration`);
    if (!response.ok) throw new TokenUnavailable(`the identity provider answered ${response.status}`);
    const { token_endpoint: endpoint } = (await response.json()) as { token_endpoint?: string };
    if (endpoint === undefined) throw new NoToken('the identity provider names no token endpoint');
    this.endpoint = endpoint;
    return endpoint;
  }

  private async fetch(url: string, init?: RequestInit): Promise<Response> {
    try {
      return await fetch(url, init);
    } catch (cause) {
      const { issuer, url: hub } = this.place;
      const who = issuer === undefined ? `the hub at ${hub}` : `the identity provider at ${issuer}`;
      throw new TokenUnavailable(`${who} does not answer`, { cause });
    }
  }
}
