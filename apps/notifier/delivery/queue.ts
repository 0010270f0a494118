import type { ChannelName } from '@throughline/alerts';
import type { Pool } from 'pg';

/** A message that this process has taken to send. */
export interface Taken {
  readonly number: number;
  readonly key: string;
  readonly channel: ChannelName;
  readonly target: string;
  readonly partnership: string;
  readonly agency: string;
  readonly reference: string;
  readonly notice: object;
  readonly attempts: number;
  /** Since when it is tried in vain, now where it was not tried yet: milliseconds since 1970. */
  readonly triedSince: number;
}

/**
 * Where a message stands after an attempt. `withdrawn` is one whose target was taken away, `missed` one whose target is disabled and gets
 * it when it is enabled again.
 */
export interface Settled {
  readonly number: number;
  readonly state: 'waiting' | 'delivered' | 'failed' | 'withdrawn' | 'missed';
  readonly nextAttempt: number;
  readonly fault: string | null;
}

/** How a channel stands. */
export interface ChannelState {
  readonly channel: string;
  readonly waiting: number;
  /** Of those, how many were tried and not taken. */
  readonly retrying: number;
  /** Seconds for which the oldest of them waits. */
  readonly oldestSeconds: number;
  readonly lastFault: string | null;
}

export interface FailedDelivery {
  readonly number: number;
  readonly key: string;
  readonly channel: string;
  readonly partnership: string;
  readonly agency: string;
  readonly reference: string;
  /** `missed` is sent when the webhook is enabled again. */
  readonly state: 'failed' | 'missed';
  readonly attempts: number;
  readonly fault: string | null;
  readonly failedAt: number;
}

interface Row extends Omit<Taken, 'number' | 'notice' | 'triedSince'> {
  readonly number: bigint;
  readonly notice: string;
  readonly tried_since: bigint;
}

/** Milliseconds for which a message belongs to who took it; longer than any attempt. Where its process dies, another takes it then. */
const LEASE = 20_000;

/** The messages that have yet to be sent, in the tables. */
export class DeliveryQueue {
  constructor(private readonly pool: Pool) {}

  /** Takes what is due of one channel, the oldest first, but for what these targets get. */
  async take(channel: ChannelName, most: number, now: number, spared: readonly string[] = []): Promise<readonly Taken[]> {
    const { rows } = await this.pool.query<Row>(
      `UPDATE hub.deliveries SET leased_until = $3 WHERE number IN (
         SELECT number FROM hub.deliveries WHERE channel = $1 AND state = 'waiting' AND next_attempt <= $2 AND leased_until <= $2 AND target <> ALL($5)
          ORDER BY number LIMIT $4 FOR UPDATE SKIP LOCKED)
       RETURNING number, key, channel, target, partnership, agency, reference, notice, attempts,
                 coalesce(tried_since, CASE WHEN attempts > 0 THEN planned_at ELSE $2 END) AS tried_since`,
      [channel, now, now + LEASE, most, spared],
    );
    return rows
      .map(({ number, notice, tried_since: triedSince, ...row }) => ({
        ...row,
        number: Number(number),
        notice: JSON.parse(notice) as object,
        triedSince: Number(triedSince),
      }))
      .sort((one, other) => one.number - other.number);
  }

  async settle(settled: readonly Settled[], now: number): Promise<void> {
    if (settled.length === 0) return;
    await this.pool.query(
      `UPDATE hub.deliveries d SET state = w.state, next_attempt = w.next_attempt, fault = w.fault, leased_until = 0,
              attempts = d.attempts + 1, tried_since = coalesce(d.tried_since, CASE WHEN d.attempts > 0 THEN d.planned_at ELSE $5 END),
              settled_at = CASE WHEN w.state = 'waiting' THEN NULL ELSE $5::bigint END
         FROM unnest($1::bigint[], $2::text[], $3::bigint[], $4::text[]) AS w(number, state, next_attempt, fault)
        WHERE d.number = w.number AND d.state = 'waiting'`,
      [
        settled.map(({ number }) => number),
        settled.map(({ state }) => state),
        settled.map(({ nextAttempt }) => nextAttempt),
        settled.map(({ fault }) => fault),
        now,
      ],
    );
  }

  /** Gives back what was taken and not tried. */
  async release(numbers: readonly number[]): Promise<void> {
    if (numbers.length === 0) return;
    await this.pool.query(`UPDATE hub.deliveries SET leased_until = 0 WHERE number = ANY($1) AND state = 'waiting'`, [numbers]);
  }

  /** What waits for a target that did not take a message now waits until then as well: it is spared, and holds up no other target. */
  async spare(channel: ChannelName, target: string, until: number): Promise<void> {
    await this.pool.query(
      `UPDATE hub.deliveries SET next_attempt = greatest(next_attempt, $3) WHERE channel = $1 AND target = $2 AND state = 'waiting' AND leased_until = 0`,
      [channel, target, until],
    );
  }

  /** The target takes messages again: what waits for it waits no longer. */
  async hurry(channel: ChannelName, target: string, now: number): Promise<void> {
    await this.pool.query(
      `UPDATE hub.deliveries SET next_attempt = $3 WHERE channel = $1 AND target = $2 AND state = 'waiting' AND leased_until = 0 AND next_attempt > $3`,
      [channel, target, now],
    );
  }

  /** Nothing more is tried at this target until it is enabled again. */
  async miss(channel: ChannelName, target: string, fault: string, now: number): Promise<void> {
    await this.pool.query(
      `UPDATE hub.deliveries SET state = 'missed', fault = coalesce(fault, $3), settled_at = $4, leased_until = 0
        WHERE channel = $1 AND target = $2 AND state = 'waiting'`,
      [channel, target, fault, now],
    );
  }

  async states(now: number): Promise<readonly ChannelState[]> {
    const { rows } = await this.pool.query<{ channel: string; waiting: bigint; retrying: bigint; since: bigint; fault: string | null }>(
      `SELECT channel, count(*) AS waiting, count(*) FILTER (WHERE attempts > 0) AS retrying, min(planned_at) AS since,
              (array_agg(fault ORDER BY number DESC) FILTER (WHERE fault IS NOT NULL))[1] AS fault
         FROM hub.deliveries WHERE state = 'waiting' GROUP BY channel ORDER BY channel`,
    );
    return rows.map(({ channel, waiting, retrying, since, fault }) => ({
      channel,
      waiting: Number(waiting),
      retrying: Number(retrying),
      oldestSeconds: Math.max(0, Math.round((now - Number(since)) / 1_000)),
      lastFault: fault,
    }));
  }

  /** What failed for good in these partnerships, or is missed as long as a webhook is disabled, the newest first. */
  async failed(partnerships: readonly string[], limit: number, before: number): Promise<readonly FailedDelivery[]> {
    const { rows } = await this.pool.query<Omit<FailedDelivery, 'number' | 'failedAt'> & { number: bigint; settled_at: bigint }>(
      `SELECT number, key, channel, partnership, agency, reference, state, attempts, fault, settled_at FROM hub.deliveries
        WHERE state IN ('failed', 'missed') AND partnership = ANY($1) AND number < $2 ORDER BY number DESC LIMIT $3`,
      [partnerships, before, limit],
    );
    return rows.map(({ number, settled_at: failedAt, ...row }) => ({ ...row, number: Number(number), failedAt: Number(failedAt) }));
  }
}
