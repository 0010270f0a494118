import { randomBytes } from 'node:crypto';
import { Disclosures } from '@throughline/access';
import type { Log } from '@throughline/log';
import { ExactMatching } from '@throughline/people';
import type { Configuration, Shutdown } from '@throughline/platform';
import type { BlindIndex, KeyStore, Opener, Sealer } from '@throughline/seal';
import type { Pool } from 'pg';
import type { Logger } from 'pino';
import { Clock } from './clock';
import { Delivery } from './delivery/delivery';
import { outwardChannels } from './outward-channels';
import { Relay } from './relay';
import { Transfers } from './transfers';

export interface StartedNotifierParts {
  readonly configuration: Configuration;
  readonly pool: Pool;
  readonly log: Log;
  readonly keys: KeyStore;
  readonly sealer: Sealer;
  readonly opener: Opener;
  readonly index: BlindIndex;
  readonly liveSchema: () => Promise<string>;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly logger: Logger;
  readonly shutdown: Shutdown;
}

const openDelivery = async ({ configuration, pool, keys, now, logger }: StartedNotifierParts): Promise<Delivery> =>
  Delivery.open({
    pool,
    key: await keys.hubKey('channels'),
    disclosures: new Disclosures(pool),
    channels: outwardChannels(configuration, now),
    now,
    random: Math.random,
    randomBytes,
    operatorMail: configuration.operatorMail,
    keptDays: configuration.toldKeptDays,
    failed: (reason) => {
      logger.warn({ err: reason }, 'messages wait to be delivered');
    },
    gaveUp: ({ channel, agency, key }, fault) => {
      logger.error({ channel, agency, key, fault }, 'a message could not be delivered');
    },
  });

/** Starts what puts on the log what was derived, what lets time pass, and what tells agencies. The tables MUST be there. */
export const startNotifier = async (parts: StartedNotifierParts): Promise<Delivery> => {
  const { pool, log, sealer, opener, index, liveSchema, now, logger, shutdown } = parts;
  const failed = (reason: unknown): void => {
    logger.warn({ err: reason }, 'what was derived waits for the log');
  };
  const matching = new ExactMatching(index);
  const transfers = new Transfers({ pool, opener, homeTrace: matching.homeTrace.bind(matching), liveSchema, now });
  const relay = new Relay({ pool, log, sealer, transfers, failed });
  relay.start();
  shutdown.onStop('the relay', () => relay.stop());
  const clock = new Clock({ pool, log, sealer, liveSchema, now, failed });
  clock.start();
  shutdown.onStop('the clock', () => clock.stop());
  const delivery = await openDelivery(parts);
  delivery.start();
  shutdown.onStop('delivery', () => delivery.stop());
  return delivery;
};
