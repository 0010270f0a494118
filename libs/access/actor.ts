import type { Caller } from './callers';

/** Who reads: an agency's system, a worker who signed in, or one of the hub's own people. */
export interface Actor {
  /** The client id of a system, or the subject of a sign-in; never a name. */
  readonly id: string;
  readonly role: 'system' | 'worker';
  /** In whose name they read; absent for the hub's own people. */
  readonly agency?: string;
  readonly partnerships: readonly string[];
  readonly scopes: ReadonlySet<string>;
  /** Why, as they say it; without it, safeguarding. */
  readonly purpose?: string;
}

export const actorOf = ({ clientId, agency, partnerships, scopes }: Caller): Actor => ({
  id: clientId,
  role: 'system',
  partnerships,
  scopes,
  ...(agency === undefined ? {} : { agency }),
});

/** Auditors read everything but sealed locations (contract.md, section 4). */
export const isAuditor = (actor: Actor): boolean => actor.scopes.has('audit:read');
