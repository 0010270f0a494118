import { Fault } from '@throughline/kernel';

/** What some systems may do beyond their agency's own publishing and reading (contract.md, section 5). */
export type Scope = 'records:import' | 'audit:read' | 'operate';

/** A system that signed in: who it is, and in whose name it speaks. */
export interface Caller {
  readonly clientId: string;
  /** The agency whose system this is; absent for those of the hub's own people (operator, auditor). */
  readonly agency?: string;
  /** The partnerships that it belongs to: its agency's, or all of them where it is no agency's. */
  readonly partnerships: readonly string[];
  readonly scopes: ReadonlySet<string>;
}

/** Nobody is known by this request: no token, or one that is not, or no longer, the hub's to trust. */
export class NotSignedIn extends Fault {
  readonly retriable = false;
  readonly status = 401;

  /** `WWW-Authenticate` (RFC 6750, section 3); it names an error only where a token was shown. */
  readonly challenge: string;

  constructor(message: string, shown: 'no token' | 'bad token', options?: ErrorOptions) {
    super(message, options);
    this.challenge = shown === 'no token' ? 'Bearer' : 'Bearer error="invalid_token"';
  }
}

/** The caller is known and may not do this. */
export class ScopeMissing extends Fault {
  readonly retriable = false;
  readonly status = 403;
}

/** The identity provider's keys, or the settings that say who is who, cannot be read just now: nobody can be told from anybody. */
export class CallersUnknown extends Fault {
  readonly retriable = true;
}

/** Fails with `ScopeMissing` where the caller has not this scope. */
export const requireScope = (caller: Caller, scope: Scope): void => {
  if (!caller.scopes.has(scope)) throw new ScopeMissing(`this needs the scope ${scope}`);
};
