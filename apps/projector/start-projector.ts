import { setTimeout as pause } from 'node:timers/promises';
import { personId } from '@throughline/kernel';
import type { Log } from '@throughline/log';
import { ExactMatching } from '@throughline/people';
import type { Check, Shutdown } from '@throughline/platform';
import type { PartnershipsFile } from '@throughline/projections';
import { safeguards } from '@throughline/safeguards';
import type { BlindIndex, Opener, Sealer } from '@throughline/seal';
import type { Pool } from 'pg';
import type { Logger } from 'pino';
import { putFirstSettings } from './first-settings';
import { Operations } from './operations';
import type { ProjectorEvents } from './projector';
import { WhatIf } from './what-if/what-if';

export interface StartedProjectorParts {
  readonly pool: Pool;
  readonly log: Log;
  readonly sealer: Sealer;
  readonly opener: Opener;
  readonly index: BlindIndex;
  /** What a new log starts from. */
  readonly file: PartnershipsFile;
  readonly configuration: { readonly whatIf: boolean };
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly logger: Logger;
  readonly shutdown: Shutdown;
}

const LOOK = 200;

const eventsFor = (logger: Logger): ProjectorEvents => ({
  stopped: (partition, reason) => {
    logger.fatal({ partition, err: reason }, 'a partition stands still');
  },
  faltered: (partition, reason) => {
    logger.warn({ partition, err: reason }, 'a batch is tried again');
  },
  applied: () => undefined,
});

/** Settles when the notifier has put on the log whatever was derived so far. */
const outboxSettled = async (pool: Pool): Promise<void> => {
  while ((await pool.query('SELECT FROM hub.outbox LIMIT 1')).rowCount !== 0) await pause(LOOK);
};

/** The projector with its tables made, and reading once it is told to. */
export class StartedProjector {
  private constructor(
    readonly operations: Operations,
    readonly whatIf: WhatIf,
    private readonly parts: StartedProjectorParts,
  ) {}

  /** Makes the tables where they are missing. */
  static async open(parts: StartedProjectorParts): Promise<StartedProjector> {
    const { pool, log, opener, sealer, index, configuration, now, logger, shutdown } = parts;
    const matching = new ExactMatching(index);
    const operations = await Operations.open({ pool, log, opener, matching, safeguards, events: eventsFor(logger), now }, sealer);
    const liveSchema = (): Promise<string> => Promise.resolve(operations.liveSchema);
    const whatIf = new WhatIf({ pool, log, opener, liveSchema, now, personId, allowed: configuration.whatIf });
    shutdown.onStop('the projector', () => operations.stop());
    shutdown.onStop('what-if', async () => {
      await whatIf.stop();
    });
    return new StartedProjector(operations, whatIf, parts);
  }

  /** Puts the first settings of each partnership on a log that lacks them, brings the tables to this engine, and reads. */
  async read(): Promise<void> {
    const { pool, log, sealer, file, logger } = this.parts;
    await putFirstSettings({ pool, log, sealer }, this.operations.liveSchema, file.partnerships);
    const upgraded = await this.operations.upgrade(
      () => outboxSettled(pool),
      ({ done, total }) => {
        logger.info({ done: Number(done), total: Number(total) }, 'building the tables anew for a changed engine');
      },
    );
    if (upgraded) logger.info('the tables were built anew for a changed engine');
    await this.operations.start();
  }

  /** Ready while no partition of this process stands still. */
  readonly check: Check = async () => {
    const lag = await this.operations.lag();
    return { ok: lag.every(({ stopped }) => stopped === undefined), detail: lag };
  };
}
