import { Fault, type Instant } from '@throughline/kernel';
import * as client from 'openid-client';
import type { Practitioner } from '../practitioner';
import type { SignInFlow } from './sealed-flow';

/** The identity provider that people sign in at, and the portal's credentials there. */
export interface ProviderParts {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Where this machine reaches the provider, if not by its issuer's own origin: the demo's runs behind the hub itself. */
  readonly proxied?: string | undefined;
}

/** The identity provider does not answer just now. */
export class ProviderUnreachable extends Fault {
  readonly retriable = true;
}

/** The provider answered, and the hub may not believe it, or it names nobody who works with the hub. */
export class SignInRefused extends Fault {
  readonly retriable = false;
  readonly status = 403;
}

const text = (value: unknown): string | undefined => (typeof value === 'string' && value.trim() !== '' ? value : undefined);

/** People sign in at their provider by authorization code with PKCE; a certified library does it. */
export class Identity {
  private found: Promise<client.Configuration> | undefined;

  constructor(
    private readonly parts: ProviderParts,
    private readonly callback: string,
  ) {}

  /** Where to send the browser, and what to keep until it comes back. */
  async begin(to: string, now: Instant): Promise<{ readonly url: string; readonly flow: SignInFlow }> {
    const configuration = await this.configuration();
    const flow = {
      state: client.randomState(),
      nonce: client.randomNonce(),
      codeVerifier: client.randomPKCECodeVerifier(),
      began: now,
      to,
    };
    const url = client.buildAuthorizationUrl(configuration, {
      redirect_uri: this.callback,
      scope: 'openid',
      state: flow.state,
      nonce: flow.nonce,
      code_challenge: await client.calculatePKCECodeChallenge(flow.codeVerifier),
      code_challenge_method: 'S256',
    });
    return { url: url.href, flow };
  }

  /** Who signed in. Fails with `SignInRefused`, or with `ProviderUnreachable`. */
  async finish(query: string, flow: SignInFlow, now: Instant): Promise<Practitioner> {
    const configuration = await this.configuration();
    const tokens = await client
      .authorizationCodeGrant(configuration, new URL(`${this.callback}${query}`), {
        pkceCodeVerifier: flow.codeVerifier,
        expectedState: flow.state,
        expectedNonce: flow.nonce,
        idTokenExpected: true,
      })
      .catch((cause: unknown) => {
        throw new SignInRefused('the sign-in could not be finished', { cause });
      });
    const claims = tokens.claims();
    const [name, role, partnership] = [text(claims?.['name']), text(claims?.['role']), text(claims?.['partnership'])];
    const [agency, title] = [text(claims?.['agency']), text(claims?.['title'])];
    if (claims === undefined || name === undefined || role === undefined || partnership === undefined) {
      throw new SignInRefused('the identity provider did not say who this is, or where they work');
    }
    const seen = claims['auth_time'];
    return {
      issuer: claims.iss,
      subject: claims.sub,
      name,
      role,
      partnership,
      signedInAt: typeof seen === 'number' ? Math.min(seen * 1_000, now) : now,
      ...(agency === undefined ? {} : { agency }),
      ...(title === undefined ? {} : { title }),
    };
  }

  private configuration(): Promise<client.Configuration> {
    this.found ??= this.discover().catch((cause: unknown) => {
      this.found = undefined;
      throw new ProviderUnreachable('the identity provider does not answer', { cause });
    });
    return this.found;
  }

  private discover(): Promise<client.Configuration> {
    const { issuer, clientId, clientSecret, proxied } = this.parts;
    const { origin, protocol } = new URL(issuer);
    return client.discovery(new URL(issuer), clientId, clientSecret, client.ClientSecretBasic(clientSecret), {
      // The demo's provider and those of a test speak http on this machine; any other is https by its issuer's own address.
      ...(protocol === 'http:' ? { execute: [client.allowInsecureRequests] } : {}),
      ...(proxied === undefined
        ? {}
        : {
            [client.customFetch]: (url: string, options: client.CustomFetchOptions) =>
              fetch(url.startsWith(`${origin}/`) ? `${proxied}${url.slice(origin.length)}` : url, options as RequestInit),
          }),
    });
  }
}
