import { DAY, HOUR, type Instant } from '@throughline/kernel';
import type { Pool } from 'pg';

/** A webhook that does not take what it is sent. */
export interface WebhookInTrouble {
  readonly agency: string;
  /** `failing`: it is tried on. `disabled`: it is not called any more, and misses what is raised. */
  readonly state: 'failing' | 'disabled';
  readonly since: Instant;
  /** In safe words. */
  readonly because: string | null;
  /** Messages that have not arrived, and are still to be sent. */
  readonly waiting: number;
}

/** A message that failed for good. Whoever it was for finds its alert in the portal. */
export interface FailedMessage {
  readonly agency: string;
  readonly channel: string;
  readonly reference: string;
  readonly because: string | null;
  readonly failedAt: Instant;
}

/** Milliseconds for which a webhook may pause without being in trouble: it is restarted, say. */
const MAY_PAUSE = HOUR;

/** How long a message that failed for good is shown to people. */
const SHOWN = 30 * DAY;

const MOST = 50;

interface WebhookRow {
  readonly agency: string;
  readonly disabled_at: bigint | string | null;
  readonly disabled_because: string | null;
  readonly since: bigint | string | null;
  readonly because: string | null;
  readonly waiting: bigint | string;
}

/** Webhooks of these agencies that are disabled, or have taken nothing for an hour; the longest first. */
export const webhooksInTrouble = async (pool: Pool, agencies: readonly string[], now: Instant): Promise<readonly WebhookInTrouble[]> => {
  const { rows } = await pool.query<WebhookRow>(
    `SELECT t.agency, t.disabled_at, t.disabled_because, d.since, d.because, d.waiting FROM hub.channel_targets t
      CROSS JOIN LATERAL (
        SELECT min(coalesce(tried_since, planned_at)) FILTER (WHERE attempts > 0) AS since, count(*) AS waiting,
               (array_agg(fault ORDER BY number) FILTER (WHERE fault IS NOT NULL))[1] AS because
          FROM hub.deliveries WHERE channel = 'webhook' AND target = t.number::text AND state IN ('waiting', 'missed')
      ) d
      WHERE t.channel = 'webhook' AND t.agency = ANY($1)
        AND (t.disabled_at IS NOT NULL OR (d.since <= $2 AND d.since >= coalesce(t.taken_at, 0)))
      ORDER BY coalesce(t.disabled_at, d.since), t.agency`,
    [agencies, now - MAY_PAUSE],
  );
  return rows.map(({ agency, disabled_at: disabledAt, disabled_because: disabledBecause, since, because, waiting }) => ({
    agency,
    state: disabledAt === null ? 'failing' : 'disabled',
    since: Number(disabledAt ?? since),
    because: disabledBecause ?? because,
    waiting: Number(waiting),
  }));
};

/** What failed for good for these agencies in the last 30 days, the newest first. */
export const failedMessages = async (pool: Pool, agencies: readonly string[], now: Instant): Promise<readonly FailedMessage[]> => {
  const { rows } = await pool.query<Omit<FailedMessage, 'failedAt'> & { readonly settled_at: bigint | string }>(
    `SELECT agency, channel, reference, fault AS because, settled_at FROM hub.deliveries
      WHERE state = 'failed' AND agency = ANY($1) AND settled_at > $2 ORDER BY number DESC LIMIT ${MOST}`,
    [agencies, now - SHOWN],
  );
  return rows.map(({ settled_at: failedAt, ...row }) => ({ ...row, failedAt: Number(failedAt) }));
};

/** Lets an agency's webhook be called again: what it missed is sent within seconds. Answers false where the agency has none. */
export const enableWebhook = async (pool: Pool, agency: string): Promise<boolean> => {
  const { rowCount } = await pool.query(
    `UPDATE hub.channel_targets SET disabled_at = NULL, disabled_because = NULL WHERE agency = $1 AND channel = 'webhook'`,
    [agency],
  );
  return rowCount !== 0;
};
