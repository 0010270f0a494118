import connectPgSimple from 'connect-pg-simple';
import type { RequestHandler } from 'express';
import expressSession from 'express-session';
import type { Pool } from 'pg';
import { IDLE_MINUTES, SESSION_COOKIE } from './session-cookie';
import { SESSIONS } from './sessions-table';

/** Seconds between two sweeps of sessions that have ended. */
const SWEEP = 300;

/** Sessions on the server; the browser has a random name for one, signed, and forgets it when it is closed. */
export class Sessions {
  private readonly store: InstanceType<ReturnType<typeof connectPgSimple>>;
  readonly middleware: RequestHandler;

  /** @param failed is told of a sweep that did not succeed; the next one tries again */
  constructor(pool: Pool, secret: Buffer, failed: () => void) {
    const Store = connectPgSimple(expressSession);
    this.store = new Store({
      pool,
      schemaName: SESSIONS.schema,
      tableName: SESSIONS.table,
      ttl: IDLE_MINUTES * 60,
      pruneSessionInterval: SWEEP,
      errorLog: failed,
    });
    this.middleware = expressSession({
      name: SESSION_COOKIE,
      secret: secret.toString('base64'),
      store: this.store,
      resave: false,
      saveUninitialized: false,
      cookie: { path: '/', httpOnly: true, secure: true, sameSite: 'strict' },
    });
  }

  /** Ends the sweeping. The pool is its owner's. */
  close(): void {
    this.store.close();
  }
}
