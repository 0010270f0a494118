import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { Server } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import type { INestApplication } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { Callers, Disclosures } from '@throughline/access';
import { demoPeopleFile } from '@throughline/infra/demo';
import { proxyTo, startIdentityProvider, tellAgencies } from '@throughline/infra/identity';
import { ExactMatching } from '@throughline/people';
import { type Configuration, Health, ProblemFilter, type Shutdown } from '@throughline/platform';
import { CurrentSettings, type Settings } from '@throughline/projections';
import { safeguards } from '@throughline/safeguards';
import type { Logger } from 'pino';
import { Clock } from '../notifier/clock';
import { Delivery } from '../notifier/delivery/delivery';
import { Relay } from '../notifier/relay';
import { Transfers } from '../notifier/transfers';
import { personId } from '../portal/api';
import { Operations } from '../projector/operations';
import type { ProjectorEvents } from '../projector/projector';
import { WhatIf } from '../projector/what-if/what-if';
import { importDemoHistory } from './demo-history';
import { putFirstSettings } from './first-settings';
import { type Foundation, layFoundation } from './foundation';
import { HubModule } from './hub.module';
import { outwardChannels } from './outward-channels';

/** After a crash the former process may still hold the port while it ends. */
const PORT_PATIENCE = 15_000;

const listen = async (app: INestApplication, port: number): Promise<void> => {
  const until = Date.now() + PORT_PATIENCE;
  for (;;) {
    try {
      await app.listen(port);
      return;
    } catch (reason) {
      const taken = reason instanceof Error && 'code' in reason && reason.code === 'EADDRINUSE';
      if (!taken || Date.now() > until) throw reason;
    }
    await pause(250);
  }
};

const eventsFor = (logger: Logger): ProjectorEvents => ({
  stopped: (partition, reason) => {
    logger.fatal({ partition, err: reason }, 'a partition stands still');
  },
  faltered: (partition, reason) => {
    logger.warn({ partition, err: reason }, 'a batch is tried again');
  },
  applied: () => undefined,
});

const openDelivery = async (
  configuration: Configuration,
  { pool, keys }: Foundation,
  logger: Logger,
  now: () => number,
): Promise<Delivery> =>
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

/** Where people and systems sign in: the configured provider, or the demo's, a child of this process. */
const identity = async (configuration: Configuration, foundation: Foundation, shutdown: Shutdown) => {
  if (configuration.identity !== undefined) return { ...configuration.identity, proxied: undefined };
  const issuer = `${configuration.origin}/idp`;
  const provider = await startIdentityProvider({
    issuer,
    dataDir: join(configuration.dataDir, 'identity'),
    partnershipsFile: foundation.partnershipsFile,
    peopleFile: demoPeopleFile,
  });
  shutdown.onStop('the identity provider', () => provider.stop());
  return { issuer, ...provider.portal, proxied: provider.url };
};

/** The whole hub in one process: intake, projector, notifier and portal, which meet only on the log and the tables. */
export const startHub = async (configuration: Configuration, logger: Logger, shutdown: Shutdown): Promise<void> => {
  const foundation = await layFoundation(configuration, logger, shutdown);
  const { pool, log, sealer, opener, index, file } = foundation;
  const now = (): number => Date.now();
  const matching = new ExactMatching(index);
  const operations = await Operations.open({ pool, log, opener, matching, safeguards, events: eventsFor(logger), now }, sealer);
  const liveSchema = (): Promise<string> => Promise.resolve(operations.liveSchema);
  await putFirstSettings(foundation, operations.liveSchema, file.partnerships);

  const failed = (reason: unknown): void => {
    logger.warn({ err: reason }, 'what was derived waits for the log');
  };
  const homeTrace = matching.homeTrace.bind(matching);
  const transfers = new Transfers({ pool, opener, homeTrace, liveSchema, now });
  const relay = new Relay({ pool, log, sealer, transfers, failed });
  const settleOutbox = async (): Promise<void> => {
    while ((await relay.relayOnce()) > 0);
  };
  const upgraded = await operations.upgrade(settleOutbox, ({ done, total }) => {
    logger.info({ done: Number(done), total: Number(total) }, 'building the tables anew for a changed engine');
  });
  if (upgraded) logger.info('the tables were built anew for a changed engine');
  await operations.start();
  shutdown.onStop('the projector', () => operations.stop());
  relay.start();
  shutdown.onStop('the relay', () => relay.stop());
  const clock = new Clock({ pool, log, sealer, liveSchema, now, failed });
  clock.start();
  shutdown.onStop('the clock', () => clock.stop());
  const delivery = await openDelivery(configuration, foundation, logger, now);
  delivery.start();
  shutdown.onStop('delivery', () => delivery.stop());

  const provider = await identity(configuration, foundation, shutdown);
  const settings = new CurrentSettings(async () => {
    const { rows } = await pool.query<{ partnership: string; settings: string | null }>(
      `SELECT partnership, settings FROM ${operations.liveSchema}.partnerships`,
    );
    return rows;
  });
  const callers = new Callers({
    issuer: provider.issuer,
    jwksUrl: `${provider.proxied === undefined ? provider.issuer : `${provider.proxied}/idp`}/jwks`,
    audience: configuration.audience,
    clock: now,
    clients: file.clients,
    settings,
  });
  const changed = async (inForce: readonly Settings[]): Promise<void> => {
    if (configuration.identity !== undefined) return;
    await tellAgencies(
      join(configuration.dataDir, 'identity'),
      inForce.flatMap(({ agencies }) => agencies.map(({ code }) => code)),
    );
  };
  const whatIf = new WhatIf({ pool, log, opener, liveSchema, now, personId, allowed: configuration.whatIf });
  shutdown.onStop('what-if', async () => {
    await whatIf.stop();
  });
  const module = HubModule.with({
    ...foundation,
    whatIf,
    changed,
    configuration,
    operations,
    matching,
    settings,
    callers,
    liveSchema,
    now,
    logger,
    provider,
    delivery,
  });
  const app = await NestFactory.create(module, { bufferLogs: false, logger: ['error', 'warn'] });
  app.useGlobalFilters(new ProblemFilter(logger));
  if (provider.proxied !== undefined) app.use('/idp', proxyTo(provider.proxied));
  app.get(Health).register('projector', async () => {
    const lag = await operations.lag();
    return { ok: lag.every(({ stopped }) => stopped === undefined), detail: lag };
  });
  // A mail server or a webhook that is away is no reason to send the hub no work: it is told, and the hub stays ready.
  app.get(Health).register('channels', async () => ({ ok: true, detail: await delivery.health() }));
  app.get(Health).register('database', async () => {
    await pool.query('SELECT 1');
    return { ok: true, detail: 'answers' };
  });
  await listen(app, configuration.port);
  shutdown.onStop('the server', async () => {
    app.get(Health).beginToStop();
    (app.getHttpServer() as Server).closeIdleConnections();
    await app.close();
  });
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
  for (;;) {
    const lag = await operations.lag();
    if (lag.every(({ lag: behind }) => behind === 0)) break;
    await pause(50);
  }
  const { rows } = await pool.query<{ empty: boolean }>(`SELECT NOT EXISTS (SELECT 1 FROM ${operations.liveSchema}.links) AS empty`);
  await importDemoHistory({
    origin: configuration.origin,
    issuer,
    dataDir: configuration.dataDir,
    records: configuration.demoRecords,
    partnerships: file.partnerships,
    logIsEmpty: rows[0]?.empty === true,
    now: Date.now(),
    logger,
  });
};
