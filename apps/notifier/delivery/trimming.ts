import { DAY } from '@throughline/kernel';
import type { PoolClient } from 'pg';

/** Rows that are deleted in one transaction: so few that nobody waits for it. */
const BATCH = 500;

const DONE = `c.planned AND coalesce(c.planned_at, 0) < $1
  AND (c.change <> 'raised' OR c.class NOT IN ('know', 'tidy') OR c.digest IS NOT NULL OR k.started_at IS NULL OR c.raised_at < k.started_at)`;

const OLDEST = `SELECT c.number, ${DONE} AS done FROM hub.alert_changes c LEFT JOIN hub.alert_clocks k ON k.partnership = c.partnership
  ORDER BY c.number LIMIT ${BATCH}`;

/**
 * What happened to alerts, once it is planned and in its digest: from the oldest on, up to the first that is not. How far it went is
 * kept, so that tables which are built anew leave out what they would otherwise tell again; nobody writes while it is moved.
 */
const trimChanges = async (client: PoolClient, before: number): Promise<number> => {
  const { rows } = await client.query<{ any: boolean }>(
    `SELECT coalesce((SELECT done FROM (${OLDEST}) o ORDER BY number LIMIT 1), false) AS any`,
    [before],
  );
  if (rows[0]?.any !== true) return 0;
  await client.query('LOCK TABLE hub.alert_changes IN SHARE ROW EXCLUSIVE MODE');
  const { rowCount } = await client.query(
    `WITH oldest AS (${OLDEST}), first_kept AS (SELECT min(number) AS number FROM oldest WHERE NOT done),
     gone AS (
       DELETE FROM hub.alert_changes c USING oldest o, first_kept f
        WHERE c.number = o.number AND (f.number IS NULL OR o.number < f.number)
       RETURNING c.number, c.partnership, split_part(c.at, '-', 1)::bigint AS position, split_part(c.at, '-', 2)::int AS ordinal
     ), told AS (
       INSERT INTO hub.alert_changes_trimmed AS t (partnership, position, ordinal)
       SELECT DISTINCT ON (partnership) partnership, position, ordinal FROM gone ORDER BY partnership, position DESC, ordinal DESC
       ON CONFLICT (partnership) DO UPDATE SET position = excluded.position, ordinal = excluded.ordinal
        WHERE (excluded.position, excluded.ordinal) > (t.position, t.ordinal)
     )
     SELECT number FROM gone`,
    [before],
  );
  return rowCount ?? 0;
};

/** Events, from the oldest on. The number of the last is kept: whoever resumes before it is told that there is a gap. */
const trimEvents = async (client: PoolClient, before: number): Promise<number> => {
  const { rowCount } = await client.query(
    `WITH oldest AS (SELECT number, written_at < to_timestamp($1::float8 / 1000) AS old FROM hub.alert_events ORDER BY number LIMIT ${BATCH}),
     first_kept AS (SELECT min(number) AS number FROM oldest WHERE NOT old),
     gone AS (
       DELETE FROM hub.alert_events e USING oldest o, first_kept f WHERE e.number = o.number AND (f.number IS NULL OR o.number < f.number)
       RETURNING e.number
     ), said AS (
       UPDATE hub.alert_events_reached SET trimmed = greatest(trimmed, (SELECT max(number) FROM gone)) WHERE EXISTS (SELECT FROM gone)
     )
     SELECT number FROM gone`,
    [before],
  );
  return rowCount ?? 0;
};

/** Messages that arrived, or whose target was taken away. What was not delivered stays, however old it is. */
const trimDeliveries = async (client: PoolClient, before: number): Promise<number> => {
  const { rowCount } = await client.query(
    `DELETE FROM hub.deliveries WHERE number IN (
       SELECT number FROM hub.deliveries WHERE state IN ('delivered', 'withdrawn') AND settled_at < $1 ORDER BY settled_at LIMIT ${BATCH})`,
    [before],
  );
  return rowCount ?? 0;
};

/** One part of what is trimmed, a batch at a time; it answers how many rows that were, none when it is done. */
export type Trim = (client: PoolClient) => Promise<number>;

/** What was told more than so many days ago, by the notifier's clock. */
export const trims = (now: number, keptDays: number): readonly Trim[] => {
  const before = now - keptDays * DAY;
  return [trimChanges, trimEvents, trimDeliveries].map((trim) => (client: PoolClient) => trim(client, before));
};
