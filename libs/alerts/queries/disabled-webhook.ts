import type { Instant } from '@throughline/kernel';
import type { Pool } from 'pg';

/** Since when an agency's webhook is disabled, because it could not be reached for days or wanted no more; undefined where it is not. */
export const webhookDisabledSince = async (pool: Pool, agency: string): Promise<Instant | undefined> => {
  const { rows } = await pool.query<{ since: bigint | string }>(
    `SELECT disabled_at AS since FROM hub.channel_targets WHERE agency = $1 AND channel = 'webhook' AND disabled_at IS NOT NULL`,
    [agency],
  );
  return rows[0] === undefined ? undefined : Number(rows[0].since);
};
