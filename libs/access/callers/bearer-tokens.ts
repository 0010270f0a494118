import { createRemoteJWKSet, errors, type JWTPayload, type JWTVerifyGetKey, jwtVerify } from 'jose';
import { CallersUnknown, NotSignedIn } from './caller';

/** What a valid token says of its bearer. */
export interface BearerClaims {
  readonly clientId: string;
  /** The scopes that the token is limited to; absent where it says nothing of scopes. */
  readonly scopes?: ReadonlySet<string>;
  /** Seconds since 1970. */
  readonly expires: number;
}

export interface BearerTokensOptions {
  readonly issuer: string;
  /** Where the issuer's public keys are. */
  readonly jwksUrl: string;
  /** Whom a token must be made out to; without it that is not looked at. */
  readonly audience?: string;
  /** Milliseconds since 1970. */
  readonly clock: () => number;
}

/** Signatures by a public key alone: with a shared secret whoever can check a token could make one. */
const ALGORITHMS = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512', 'EdDSA', 'Ed25519'];

/** Clocks of two machines differ by this many seconds at most. */
const TOLERANCE = 5;

/** Tokens that were found good are remembered: systems show the same one thousands of times, and a signature takes longer than all else. */
const REMEMBERED = 5_000;

const BEARER = /^Bearer +([A-Za-z0-9._~+/-]+=*) *$/i;

/** The faults of a token; every other failure is one of fetching the keys. */
const OF_THE_TOKEN = [
  errors.JWTExpired,
  errors.JWTClaimValidationFailed,
  errors.JWTInvalid,
  errors.JWSInvalid,
  errors.JWSSignatureVerificationFailed,
  errors.JOSEAlgNotAllowed,
  errors.JOSENotSupported,
  errors.JWKSNoMatchingKey,
  errors.JWKSMultipleMatchingKeys,
];

const claimsOf = (payload: JWTPayload): BearerClaims => {
  const { client_id: clientId, azp, scope, exp = 0 } = payload;
  const client = typeof clientId === 'string' ? clientId : azp;
  if (typeof client !== 'string' || client === '') throw new NotSignedIn('the token names no client', 'bad token');
  return { clientId: client, expires: exp, ...(typeof scope === 'string' ? { scopes: new Set(scope.split(' ')) } : {}) };
};

/** Checks bearer tokens: JWTs (RFC 9068) that one issuer signed. */
export class BearerTokens {
  private readonly keys: JWTVerifyGetKey;
  private readonly good = new Map<string, BearerClaims>();

  constructor(private readonly options: BearerTokensOptions) {
    this.keys = createRemoteJWKSet(new URL(options.jwksUrl));
  }

  /** What the token of an `Authorization` header says. Fails with `NotSignedIn`, or `CallersUnknown` where the keys cannot be had. */
  async claims(authorization: string | undefined): Promise<BearerClaims> {
    if (authorization === undefined) throw new NotSignedIn('a bearer token is needed', 'no token');
    const token = BEARER.exec(authorization)?.[1];
    if (token === undefined) throw new NotSignedIn('a bearer token is needed', 'no token');
    const known = this.good.get(token);
    if (known === undefined) return this.remembered(token, await this.verified(token));
    if (known.expires + TOLERANCE > this.options.clock() / 1_000) return known;
    this.good.delete(token);
    throw new NotSignedIn('the token has expired', 'bad token');
  }

  private async verified(token: string): Promise<BearerClaims> {
    const { issuer, audience, clock } = this.options;
    try {
      const { payload } = await jwtVerify(token, this.keys, {
        issuer,
        algorithms: ALGORITHMS,
        requiredClaims: ['exp'],
        clockTolerance: TOLERANCE,
        currentDate: new Date(clock()),
        ...(audience === undefined ? {} : { audience }),
      });
      return claimsOf(payload);
    } catch (reason) {
      if (reason instanceof NotSignedIn) throw reason;
      if (reason instanceof errors.JWTExpired) throw new NotSignedIn('the token has expired', 'bad token');
      if (OF_THE_TOKEN.some((kind) => reason instanceof kind)) throw new NotSignedIn('the token is not valid here', 'bad token');
      throw new CallersUnknown("the identity provider's keys cannot be read just now", { cause: reason });
    }
  }

  private remembered(token: string, claims: BearerClaims): BearerClaims {
    if (this.good.size >= REMEMBERED) {
      const [oldest] = this.good.keys();
      if (oldest !== undefined) this.good.delete(oldest);
    }
    this.good.set(token, claims);
    return claims;
  }
}
