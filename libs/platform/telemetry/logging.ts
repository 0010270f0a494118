import { type DynamicModule } from '@nestjs/common';
import { LoggerModule } from 'nestjs-pino';
import pino, { type DestinationStream, type Logger } from 'pino';
import { Fault } from '@throughline/kernel';

/** Keys whose values may carry a person or a secret; at the top of an entry and one level below they are taken out. */
const NEVER_LOGGED = [
  'authorization',
  'body',
  'connectionString',
  'cookie',
  'data',
  'databaseUrl',
  'details',
  'headers',
  'name',
  'narrative',
  'parameters',
  'password',
  'people',
  'query',
  'record',
  'ref',
  'refs',
  'req',
  'res',
  'secret',
  'token',
  'url',
  'value',
];

const frames = (error: Error): readonly string[] =>
  (error.stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 12)
    .map((line) => line.trim());

/**
 * An error as it may be logged. A fault's message is safe by contract. Any other may quote its input (a failing row, a piece
 * of a body), so only its kind, its code and its place are kept.
 */
export const safeError = (error: unknown): Record<string, unknown> => {
  if (!(error instanceof Error)) return { kind: typeof error };
  const code = (error as { code?: unknown }).code;
  return {
    kind: error.name,
    ...(error instanceof Fault ? { message: error.message, retriable: error.retriable } : {}),
    ...(typeof code === 'string' && /^\w+$/.test(code) ? { code } : {}),
    at: frames(error),
    ...(error.cause === undefined ? {} : { cause: safeError(error.cause) }),
  };
};

/** The process's logger: one JSON object a line, to standard output or to the given destination. */
export const createLogger = (level: string, destination?: DestinationStream): Logger =>
  pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      serializers: { err: safeError, error: safeError, cause: safeError },
      redact: { paths: NEVER_LOGGED.flatMap((key) => [key, `*.${key}`]), remove: true },
    },
    destination ?? pino.destination({ sync: false, minLength: 0 }),
  );

/** Nest's logger, from which requests are left out: `observeRequests` logs each of them once, when it has ended. */
export const loggingModule = (logger: Logger): DynamicModule =>
  LoggerModule.forRoot({ pinoHttp: { logger, autoLogging: false, quietReqLogger: true, quietResLogger: true } });
