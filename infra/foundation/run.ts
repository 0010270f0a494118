import 'reflect-metadata';
import { type Configuration, createLogger, readConfiguration, Shutdown } from '@throughline/platform';
import type { Logger } from 'pino';

/** Runs what a `main.ts` starts until it is told to end, or cannot go on. */
export const run = (start: (configuration: Configuration, logger: Logger, shutdown: Shutdown) => Promise<void>): void => {
  const configuration = readConfiguration();
  const logger = createLogger(configuration.logLevel);
  const shutdown = new Shutdown(logger);
  shutdown.onSignals();
  start(configuration, logger, shutdown).catch((reason: unknown) => shutdown.fail(reason));
};
