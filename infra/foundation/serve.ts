import { type DynamicModule, type INestApplication, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import {
  type Check,
  type Configuration,
  Health,
  HealthModule,
  loggingModule,
  MetricsModule,
  ProblemFilter,
  type Shutdown,
} from '@throughline/platform';
import type { Pool } from 'pg';
import type { Logger } from 'pino';
import { listenOn } from './listening';

/** What a process answers by HTTP. */
export interface Served {
  /** In the order in which addresses are looked for. */
  readonly modules: readonly DynamicModule[];
  /** What must be well for the process to be ready, beside the database. */
  readonly checks?: Readonly<Record<string, Check>>;
  /** Called before any module has a part in the server. */
  readonly before?: (app: INestApplication) => void;
}

export interface ServingParts {
  readonly configuration: Configuration;
  readonly pool: Pool;
  readonly logger: Logger;
  readonly shutdown: Shutdown;
}

/** The modules of the apps that this process is, with health, metrics and the log of requests. */
@Module({})
class ProcessModule {
  static of(modules: readonly DynamicModule[], logger: Logger): DynamicModule {
    return { module: ProcessModule, imports: [loggingModule(logger), HealthModule, MetricsModule, ...modules] };
  }
}

/** Answers at the configured port until the process stops: then it says that it is not ready, and ends what is under way. */
export const serve = async (
  { modules, checks = {}, before }: Served,
  { configuration, pool, logger, shutdown }: ServingParts,
): Promise<void> => {
  const module = ProcessModule.of(modules, logger);
  const app = await NestFactory.create<NestExpressApplication>(module, { bufferLogs: false, logger: ['error', 'warn'] });
  // What the hub is made of is told to nobody who might look for a way in.
  app.disable('x-powered-by');
  app.useGlobalFilters(new ProblemFilter(logger));
  before?.(app);
  const health = app.get(Health);
  for (const [name, check] of Object.entries(checks)) health.register(name, check);
  health.register('database', async () => {
    await pool.query('SELECT 1');
    return { ok: true, detail: 'answers' };
  });
  // Not by Nest, which says of every try that a port is taken.
  await app.init();
  await listenOn(app.getHttpServer(), configuration.port, logger);
  shutdown.onStop('the server', async () => {
    health.beginToStop();
    app.getHttpServer().closeIdleConnections();
    await app.close();
  });
};
