import type { DynamicModule } from '@nestjs/common';
import type { Instant } from '@throughline/kernel';
import { safeguards } from '@throughline/safeguards';
import type { BlindIndex } from '@throughline/seal';
import { DescribingModule } from './describing/describing.module';
import { PortalPagesModule, type PortalPagesParts } from './pages/portal-pages.module';
import { PortalModule } from './portal.module';

export interface PortalModulesParts extends Omit<PortalPagesParts, 'safeguards' | 'clock' | 'blindIndex'> {
  readonly index: BlindIndex;
  /** Milliseconds since 1970. */
  readonly now: () => Instant;
}

/** What an alert says of its safeguard: what would answer it, and the words of the review. */
const wordsOfSafeguards = new Map(safeguards.map(({ id, answer, source }) => [id, { answeredBy: answer.words, source: source.quote }]));

/** Where systems get their tokens; the demo's provider is below the hub's own address. */
const tokenUrlOf = ({ issuer, proxied }: PortalPagesParts['provider']): string =>
  proxied === undefined ? `${issuer}/token` : '/idp/token';

/** The query API, what describes the hub, and the pages. They MUST be the last modules of a process: its pages take every other address. */
export const portalModules = (given: PortalModulesParts): readonly DynamicModule[] => {
  const parts = { ...given, clock: given.now, blindIndex: given.index, safeguards: wordsOfSafeguards };
  return [DescribingModule.with(tokenUrlOf(parts.provider)), PortalModule.with(parts), PortalPagesModule.with(parts)];
};
