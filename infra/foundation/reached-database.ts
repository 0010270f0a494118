import { Fault } from '@throughline/kernel';
import type { Pool } from 'pg';

/** Nothing answers at the address of the database. */
export class DatabaseNotReached extends Fault {
  readonly retriable = true;
}

/** The database answers and cannot be used: it lets nobody in by that name, is not there, or is too old. */
export class DatabaseUnusable extends Fault {
  readonly retriable = false;
}

const OLDEST = 150_000;
const SETTING = 'DATABASE_URL';

const whyNot: Readonly<Record<string, string>> = {
  '28P01': 'the password is not the one of that user',
  '28000': 'that user may not sign in',
  '3D000': 'there is no such database',
};

const codeOf = (reason: unknown): string => (reason instanceof Error && 'code' in reason ? String(reason.code) : '');

/** Host, port and database: what may be said of an address that has a password in it. */
const placeOf = (address: string): string => {
  const { hostname, port, pathname } = new URL(address);
  return `${hostname}:${port === '' ? '5432' : port}${pathname}`;
};

/** Asks the database for its version. Fails with `DatabaseNotReached` or `DatabaseUnusable`, whose message names place and setting. */
export const reachDatabase = async (pool: Pool, address: string): Promise<void> => {
  const asked = pool.query<{ version: number }>(`SELECT current_setting('server_version_num')::integer AS version`);
  const { rows } = await asked.catch((cause: unknown) => {
    const code = codeOf(cause);
    const why = whyNot[code];
    if (why !== undefined) throw new DatabaseUnusable(`PostgreSQL at ${placeOf(address)} (${SETTING}): ${why}`, { cause });
    throw new DatabaseNotReached(`PostgreSQL at ${placeOf(address)} (${SETTING}) does not answer${code === '' ? '' : `: ${code}`}`, {
      cause,
    });
  });
  const version = rows[0]?.version ?? 0;
  if (version < OLDEST) throw new DatabaseUnusable(`PostgreSQL at ${placeOf(address)} (${SETTING}) is older than version 15`);
};
