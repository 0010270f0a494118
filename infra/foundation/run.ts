import 'reflect-metadata';
import { Fault } from '@throughline/kernel';
import { type Configuration, createLogger, readConfiguration, Shutdown } from '@throughline/platform';
import type { Logger } from 'pino';

/**
 * What a process ends with that could not even start: with the first where starting it again changes nothing, with the second where
 * it may. One that had started and cannot go on ends with 1.
 */
const NOT_STARTED = { asItIs: 2, now: 3 };

const isForGood = (reason: unknown): boolean => reason instanceof Fault && !reason.retriable;

/** For whoever sits before the terminal: the log says it as well, with where it happened. */
const say = (reason: unknown): void => {
  console.error(`throughline: cannot start: ${reason instanceof Fault ? reason.message : 'something unforeseen, which the log describes'}`);
};

const configurationOrEnd = (): Configuration => {
  try {
    return readConfiguration();
  } catch (reason) {
    say(reason);
    return process.exit(NOT_STARTED.asItIs);
  }
};

/** Runs what a `main.ts` starts until it is told to end, or cannot go on. */
export const run = (start: (configuration: Configuration, logger: Logger, shutdown: Shutdown) => Promise<void>): void => {
  const configuration = configurationOrEnd();
  const logger = createLogger(configuration.logLevel);
  const shutdown = new Shutdown(logger);
  shutdown.onSignals();
  start(configuration, logger, shutdown).catch((reason: unknown) => {
    say(reason);
    shutdown.fail(reason, isForGood(reason) ? NOT_STARTED.asItIs : NOT_STARTED.now);
  });
};
