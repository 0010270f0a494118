import { Callers } from '@throughline/access';
import type { Configuration } from '@throughline/platform';
import type { CurrentSettings, PartnershipsFile } from '@throughline/projections';

/** Where tokens come from. */
export interface Issuer {
  readonly issuer: string;
  /** Where this process reaches it, if not by that address. */
  readonly proxied?: string | undefined;
}

/** Who calls, by the tokens of one issuer. */
export const callersFrom = (
  { issuer, proxied }: Issuer,
  { audience }: Configuration,
  { clients }: PartnershipsFile,
  settings: CurrentSettings,
  clock: () => number,
): Callers => {
  const jwksUrl = `${proxied === undefined ? issuer : `${proxied}/idp`}/jwks`;
  return new Callers({ issuer, jwksUrl, audience, clock, clients, settings });
};
