import type { CurrentSettings } from '@throughline/projections';
import { type BearerClaims, BearerTokens, type BearerTokensOptions } from './bearer-tokens';
import { type Caller, CallersUnknown, NotSignedIn } from './caller';

/** A system with scopes of its own, as the partnerships file names it under `clients`. */
export interface ScopedClient {
  readonly id: string;
  readonly scopes: readonly string[];
}

export interface CallersOptions extends BearerTokensOptions {
  readonly clients: readonly ScopedClient[];
  readonly settings: Pick<CurrentSettings, 'areKnown' | 'partnershipsOfAgency' | 'all'>;
}

/**
 * Who is calling. A system's client id is its agency's code, or that of a client with scopes of its own. What the token names as
 * scopes can only narrow what the file gives.
 */
export class Callers {
  private readonly tokens: BearerTokens;
  private readonly clients: ReadonlyMap<string, ReadonlySet<string>>;

  constructor(private readonly options: CallersOptions) {
    this.tokens = new BearerTokens(options);
    this.clients = new Map(options.clients.map(({ id, scopes }) => [id, new Set(scopes)]));
  }

  /** Fails with `NotSignedIn` (401), or with `CallersUnknown` (503) where nobody can be told from anybody just now. */
  async identify(authorization: string | undefined): Promise<Caller> {
    return this.callerOf(await this.tokens.claims(authorization));
  }

  private callerOf({ clientId, scopes: shown }: BearerClaims): Caller {
    const { settings } = this.options;
    if (!settings.areKnown) throw new CallersUnknown('the hub has not read its settings yet');
    const given = this.clients.get(clientId) ?? new Set<string>();
    const scopes = shown === undefined ? given : new Set([...given].filter((scope) => shown.has(scope)));
    const partnerships = settings.partnershipsOfAgency(clientId);
    if (partnerships.length > 0) return { clientId, agency: clientId, partnerships, scopes };
    if (!this.clients.has(clientId)) throw new NotSignedIn('the token is of no system that is known here', 'bad token');
    return { clientId, partnerships: settings.all().map(({ code }) => code), scopes };
  }
}
