import 'reflect-metadata';
import { createLogger, readConfiguration, Shutdown } from '@throughline/platform';
import { startHub } from './hub';

const configuration = readConfiguration();
const logger = createLogger(configuration.logLevel);
const shutdown = new Shutdown(logger);
shutdown.onSignals();
startHub(configuration, logger, shutdown).catch((reason: unknown) => shutdown.fail(reason));
