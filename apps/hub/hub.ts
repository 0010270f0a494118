import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { demoPartnershipsFile, demoPeopleFile } from '@throughline/infra/demo';
import { callersFrom, type Foundation, layFoundation, serve } from '@throughline/infra/foundation';
import { proxyTo, startIdentityProvider, tellAgencies } from '@throughline/infra/identity';
import { startPostgres } from '@throughline/infra/postgres';
import type { Configuration, Shutdown } from '@throughline/platform';
import { CurrentSettings, type Settings, settingsInTables } from '@throughline/projections';
import type { Logger } from 'pino';
import { IntakeModule } from '../intake/intake.module';
import { NotifierModule } from '../notifier/notifier.module';
import { startNotifier } from '../notifier/start-notifier';
import { portalModules } from '../portal/portal-modules';
import type { Operations } from '../projector/operations';
import { ProjectorModule } from '../projector/projector.module';
import { StartedProjector } from '../projector/start-projector';
import { prepareDataFolder } from './data-folder';
import { importDemoHistory } from './demo-history';

/** The configured database, or the embedded one. */
const database = async ({ databaseUrl, dataDir }: Configuration, logger: Logger, shutdown: Shutdown): Promise<string> => {
  if (databaseUrl !== undefined) return databaseUrl;
  logger.info('starting PostgreSQL');
  const postgres = await startPostgres({ dataDir: join(dataDir, 'postgres') });
  shutdown.onStop('PostgreSQL', () => postgres.stop());
  return postgres.url;
};

/** Where people and systems sign in: the configured provider, or the demo's, a child of this process. */
const identity = async (configuration: Configuration, partnershipsFile: string, shutdown: Shutdown) => {
  if (configuration.identity !== undefined) return { ...configuration.identity, proxied: undefined };
  const issuer = `${configuration.origin}/idp`;
  const provider = await startIdentityProvider({
    issuer,
    dataDir: join(configuration.dataDir, 'identity'),
    partnershipsFile,
    peopleFile: demoPeopleFile,
  });
  shutdown.onStop('the identity provider', () => provider.stop());
  return { issuer, ...provider.portal, proxied: provider.url };
};

/** The whole hub in one process: intake, projector, notifier and portal, which meet only on the log and the tables. */
export const startHub = async (configuration: Configuration, logger: Logger, shutdown: Shutdown): Promise<void> => {
  await prepareDataFolder(configuration.dataDir);
  const databaseUrl = await database(configuration, logger, shutdown);
  const partnershipsFile = configuration.partnershipsFile ?? demoPartnershipsFile;
  const foundation = await layFoundation({ app: 'hub', configuration, databaseUrl, partnershipsFile, logger, shutdown });
  const { pool, file } = foundation;
  const now = (): number => Date.now();
  const common = { ...foundation, configuration, now, logger, shutdown };
  const projector = await StartedProjector.open(common);
  const { operations, whatIf } = projector;
  const liveSchema = (): Promise<string> => Promise.resolve(operations.liveSchema);
  const delivery = await startNotifier({ ...common, liveSchema });
  await projector.read();

  const provider = await identity(configuration, partnershipsFile, shutdown);
  const settings = new CurrentSettings(settingsInTables(pool, liveSchema));
  const callers = callersFrom(provider, configuration, file, settings, now);
  const changed = async (inForce: readonly Settings[]): Promise<void> => {
    if (configuration.identity !== undefined) return;
    await tellAgencies(
      join(configuration.dataDir, 'identity'),
      inForce.flatMap(({ agencies }) => agencies.map(({ code }) => code)),
    );
  };
  const parts = { ...common, liveSchema, settings, callers };
  await serve(
    {
      modules: [
        IntakeModule.with({ ...parts, clock: now }),
        ProjectorModule.with({ ...parts, operations, whatIf, changed }),
        NotifierModule.with({ ...parts, delivery }),
        ...portalModules({ ...parts, provider }),
      ],
      checks: { projector: projector.check, channels: () => delivery.check() },
      before: (app) => {
        if (provider.proxied !== undefined) app.use('/idp', proxyTo(provider.proxied));
      },
    },
    parts,
  );
  await settings.refresh();
  await changed(settings.all());
  logger.info({ origin: configuration.origin }, `the hub is at ${configuration.origin}`);
  if (configuration.demo && configuration.identity === undefined)
    await importOnEmpty(configuration, foundation, operations, provider.issuer, logger);
};

/** The demo history belongs on a log that no agency has written to. */
const importOnEmpty = async (
  configuration: Configuration,
  { pool, file }: Foundation,
  operations: Operations,
  issuer: string,
  logger: Logger,
): Promise<void> => {
  const untilProjected = async (): Promise<void> => {
    while ((await operations.lag()).some(({ lag }) => lag > 0)) await pause(50);
  };
  await untilProjected();
  const { rows } = await pool.query<{ empty: boolean }>(`SELECT NOT EXISTS (SELECT 1 FROM ${operations.liveSchema}.links) AS empty`);
  await importDemoHistory({
    origin: configuration.origin,
    issuer,
    dataDir: configuration.dataDir,
    records: configuration.demoRecords,
    partnerships: file.partnerships,
    logIsEmpty: rows[0]?.empty === true,
    untilProjected,
    now: Date.now(),
    logger,
  });
};
