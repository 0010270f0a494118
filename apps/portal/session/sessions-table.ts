import { underAdvisoryLock } from '@throughline/platform';
import type { Pool } from 'pg';

export const SESSIONS = { schema: 'hub', table: 'sessions' } as const;

/** What connect-pg-simple keeps sessions in: no rebuild makes it, and no person whom records are about is in it. */
const createSessions = `
  CREATE SCHEMA IF NOT EXISTS ${SESSIONS.schema};
  CREATE TABLE IF NOT EXISTS ${SESSIONS.schema}.${SESSIONS.table} (
    sid text PRIMARY KEY,
    sess json NOT NULL,
    expire timestamptz NOT NULL
  );
  CREATE INDEX IF NOT EXISTS sessions_by_expiry ON ${SESSIONS.schema}.${SESSIONS.table} (expire);
`;

/** Makes the sessions' table where it is missing. */
export const migrateSessions = (pool: Pool): Promise<void> =>
  underAdvisoryLock(pool, 'throughline sessions', async () => {
    await pool.query(createSessions);
  });
