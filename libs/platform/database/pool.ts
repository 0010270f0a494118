import { Pool, type PoolConfig } from 'pg';
import { valueParsers } from './value-parsers';

export interface PoolOptions {
  readonly url: string;
  /** Which part of the hub this is: shown by the server beside each of its connections. */
  readonly name: string;
  /** Connections at most. */
  readonly max?: number;
  /** Milliseconds after which the server gives a statement up; 0 is never. */
  readonly statementTimeout?: number;
  /** Milliseconds to wait for a lock; 0 is for ever. */
  readonly lockTimeout?: number;
  /** Told of a connection that broke while nobody used it; the pool makes another. */
  readonly onIdleError?: (error: Error) => void;
}

const DEFAULTS = { max: 5, statementTimeout: 30_000, lockTimeout: 10_000, connectTimeout: 10_000, idleInTransaction: 60_000 };

/** The part of the options that the driver and TypeORM share. */
export const connectionSettings = (options: PoolOptions): PoolConfig & { types: typeof valueParsers } => ({
  connectionString: options.url,
  application_name: `throughline ${options.name}`,
  max: options.max ?? DEFAULTS.max,
  connectionTimeoutMillis: DEFAULTS.connectTimeout,
  statement_timeout: options.statementTimeout ?? DEFAULTS.statementTimeout,
  lock_timeout: options.lockTimeout ?? DEFAULTS.lockTimeout,
  idle_in_transaction_session_timeout: DEFAULTS.idleInTransaction,
  types: valueParsers,
});

/** A pool that has a name and time limits, and that reads dates as text and 64-bit integers as `bigint`. */
export const createPool = (options: PoolOptions): Pool => {
  const pool = new Pool(connectionSettings(options));
  // Without a listener a connection that breaks while it is idle would end the process.
  pool.on('error', (error) => options.onIdleError?.(error));
  // Nor may one that breaks while somebody holds it between two statements: the next statement fails, and says so.
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
};
