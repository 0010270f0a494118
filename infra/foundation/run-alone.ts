import { setTimeout as pause } from 'node:timers/promises';
import type { Callers } from '@throughline/access';
import {
  type BadVariable,
  type Configuration,
  ConfigurationInvalid,
  type IdentityConfiguration,
  type Shutdown,
} from '@throughline/platform';
import { CurrentSettings, settingsInTables } from '@throughline/projections';
import type { Logger } from 'pino';
import { callersFrom } from './callers';
import { type Foundation, layFoundation } from './foundation';
import { keepFresh } from './keep-fresh';
import { liveSchemaIn, NoTablesYet } from './live-schema';
import { run } from './run';
import { serve, type Served } from './serve';

/** What one app in a process of its own is put together from. */
export interface Alone extends Foundation {
  readonly configuration: Configuration & { readonly identity: IdentityConfiguration };
  readonly liveSchema: () => Promise<string>;
  /** Settles when the projector has made the tables; what reads them has nothing to do before. */
  readonly tablesAreThere: () => Promise<void>;
  /** Kept fresh while the process serves. */
  readonly settings: CurrentSettings;
  readonly callers: Callers;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly logger: Logger;
  readonly shutdown: Shutdown;
}

const LOOK = 250;

const MUST_BE_SET = 'must be set: only the whole hub in one process starts or brings its own';

/** The embedded database and all of the demo belong to the hub in one process. */
const needed = (configuration: Configuration) => {
  const { databaseUrl, identity, partnershipsFile } = configuration;
  if (databaseUrl !== undefined && identity !== undefined && partnershipsFile !== undefined)
    return { databaseUrl, partnershipsFile, configuration: { ...configuration, identity } };
  const given = { DATABASE_URL: databaseUrl, PARTNERSHIPS: partnershipsFile, OIDC_ISSUER: identity };
  throw new ConfigurationInvalid(
    Object.entries(given).flatMap(([variable, value]): BadVariable[] => (value === undefined ? [{ variable, detail: MUST_BE_SET }] : [])),
  );
};

const untilTablesAreThere = async (liveSchema: () => Promise<string>, logger: Logger): Promise<void> => {
  for (let looked = 0; ; looked += 1) {
    try {
      await liveSchema();
      return;
    } catch (reason) {
      if (!(reason instanceof NoTablesYet)) throw reason;
      if (looked === 0) logger.info('waiting for the projector to make the tables');
    }
    await pause(LOOK);
  }
};

/**
 * Runs one app in a process of its own, as many of them as it needs: they meet on the log and the tables alone. It needs
 * DATABASE_URL, OIDC_ISSUER and PARTNERSHIPS, the same for all of them, and the folder DATA_DIR with the master key of them all.
 */
export const runAlone = (app: string, compose: (alone: Alone) => Promise<Served> | Served): void =>
  run(async (given, whole, shutdown) => {
    const logger = whole.child({ app });
    const { databaseUrl, partnershipsFile, configuration } = needed(given);
    const foundation = await layFoundation({ app, configuration, databaseUrl, partnershipsFile, logger, shutdown });
    const { pool, file } = foundation;
    const now = (): number => Date.now();
    const liveSchema = liveSchemaIn(pool);
    const settings = new CurrentSettings(settingsInTables(pool, liveSchema));
    const callers = callersFrom(configuration.identity, configuration, file, settings, now);
    const tablesAreThere = (): Promise<void> => untilTablesAreThere(liveSchema, logger);
    const served = await compose({ ...foundation, configuration, liveSchema, tablesAreThere, settings, callers, now, logger, shutdown });
    keepFresh(settings, logger, shutdown);
    const known = () => (settings.areKnown ? { ok: true, detail: 'known' } : { ok: false, detail: 'no partnership is known yet' });
    await serve({ ...served, checks: { settings: known, ...served.checks } }, { configuration, pool, logger, shutdown });
    logger.info({ port: configuration.port }, `the ${app} answers at port ${configuration.port}`);
  });
