import type { Callers, Disclosures, Door } from '@throughline/access';
import type { SafeguardWords } from '@throughline/alerts';
import type { Instant } from '@throughline/kernel';
import type { Log } from '@throughline/log';
import type { CurrentSettings } from '@throughline/projections';
import type { BlindIndex, KeyStore, Opener, Sealer } from '@throughline/seal';
import type { Pool } from 'pg';

/** What the portal is put together from. */
export interface PortalParts {
  readonly pool: Pool;
  /** The schema of the live generation. */
  readonly liveSchema: () => Promise<string>;
  readonly keys: KeyStore;
  readonly opener: Opener;
  readonly sealer: Sealer;
  readonly blindIndex: BlindIndex;
  readonly settings: Pick<CurrentSettings, 'of' | 'all' | 'partnershipsOfAgency'>;
  readonly callers: Callers;
  readonly log: Pick<Log, 'append'>;
  readonly safeguards: SafeguardWords;
  /** Milliseconds since 1970. */
  readonly clock: () => Instant;
}

/** The parts with the door that they make. */
export interface Reading extends PortalParts {
  readonly door: Door;
  readonly disclosures: Disclosures;
}
