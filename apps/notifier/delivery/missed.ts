import { DAY } from '@throughline/kernel';
import type { Pool, PoolClient } from 'pg';

/** What a disabled webhook missed for longer than this is not sent any more when it is enabled: it is said how much, and until when. */
export const MISSED_KEPT = 30 * DAY;

const TOO_OLD = 'it was missed for longer than 30 days';

/**
 * Takes up again what webhooks missed that are enabled by now: in the order in which it was due, under the same keys, three days from
 * now. What is too old for that fails, and the target says how much that was. What belonged to a target that was taken away since is
 * withdrawn.
 */
export const resumeMissed = async (through: Pool | PoolClient, now: number): Promise<void> => {
  await through.query(
    `UPDATE hub.deliveries SET state = 'withdrawn', settled_at = $1
      WHERE state = 'missed' AND NOT EXISTS (SELECT FROM hub.channel_targets t WHERE t.number::text = target)`,
    [now],
  );
  await through.query(
    `WITH enabled AS (
       SELECT DISTINCT t.number FROM hub.channel_targets t JOIN hub.deliveries d ON d.target = t.number::text AND d.channel = t.channel
        WHERE t.disabled_at IS NULL AND d.state = 'missed'
     ), taken_up AS (
       UPDATE hub.deliveries d SET tried_since = $1, next_attempt = $1, leased_until = 0, attempts = 0,
              state = CASE WHEN d.planned_at < $2 THEN 'failed' ELSE 'waiting' END,
              settled_at = CASE WHEN d.planned_at < $2 THEN $1::bigint END,
              fault = CASE WHEN d.planned_at < $2 THEN $3 ELSE d.fault END
         FROM enabled e WHERE d.target = e.number::text AND d.channel = 'webhook' AND d.state = 'missed'
       RETURNING e.number, d.state, d.planned_at
     )
     UPDATE hub.channel_targets t SET not_sent = f.count, not_sent_until = f.until
       FROM (SELECT number, count(*) FILTER (WHERE state = 'failed') AS count, max(planned_at) FILTER (WHERE state = 'failed') AS until
               FROM taken_up GROUP BY number) f
      WHERE t.number = f.number`,
    [now, now - MISSED_KEPT, TOO_OLD],
  );
};
