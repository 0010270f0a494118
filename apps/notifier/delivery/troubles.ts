import type { TroubleNotice } from '@throughline/alerts';
import { DAY, formatInstant, londonDay } from '@throughline/kernel';
import type { PoolClient } from 'pg';
import { type Planned, type PlanParts, putDeliveries } from './plan';
import { OPERATOR } from './targets';

/** A webhook that takes nothing for so long is told of, while it is tried on. */
const FAILING_FOR = DAY;

/** As long as a webhook is disabled, it is told of again after each of these. */
const AGAIN_AFTER = 7 * DAY;

interface Trouble {
  readonly agency: string;
  readonly partnership: string;
  /** What it is known by: the same trouble is told once. */
  readonly key: string;
  readonly kind: TroubleNotice['kind'];
  readonly since: number;
}

interface Row {
  readonly number: bigint;
  readonly agency: string;
  readonly partnership: string | null;
  readonly since: bigint;
}

const PARTNERSHIP = `(SELECT d.partnership FROM hub.deliveries d WHERE d.agency = t.agency ORDER BY d.number DESC LIMIT 1)`;

const disabledWebhooks = async (client: PoolClient, now: number): Promise<readonly Trouble[]> => {
  const { rows } = await client.query<Row>(
    `SELECT t.number, t.agency, ${PARTNERSHIP} AS partnership, t.disabled_at AS since FROM hub.channel_targets t WHERE t.disabled_at IS NOT NULL`,
  );
  return rows.map(({ number, agency, partnership, since }) => {
    const time = Math.floor((now - Number(since)) / AGAIN_AFTER);
    return {
      agency,
      partnership: partnership ?? '',
      key: `webhook-disabled.${number}.${since}.${time}`,
      kind: 'disabled',
      since: Number(since),
    };
  });
};

const failingWebhooks = async (client: PoolClient, now: number): Promise<readonly Trouble[]> => {
  const { rows } = await client.query<Row>(
    `SELECT t.number, t.agency, min(d.partnership) AS partnership, min(coalesce(d.tried_since, d.planned_at)) AS since
       FROM hub.channel_targets t JOIN hub.deliveries d ON d.channel = t.channel AND d.target = t.number::text
      WHERE t.channel = 'webhook' AND t.disabled_at IS NULL AND d.state = 'waiting' AND d.attempts > 0
        AND coalesce(d.tried_since, d.planned_at) >= coalesce(t.taken_at, 0)
      GROUP BY 1, 2 HAVING min(coalesce(d.tried_since, d.planned_at)) <= $1`,
    [now - FAILING_FOR],
  );
  return rows.map(({ number, agency, partnership, since }) => ({
    agency,
    partnership: partnership ?? '',
    key: `webhook-failing.${number}.${since}`,
    kind: 'failing',
    since: Number(since),
  }));
};

/** What failed for good, once a day for each agency. That a mail about trouble failed is trouble, and no reason for another mail. */
const refusedMessages = async (client: PoolClient, now: number): Promise<readonly Trouble[]> => {
  const { rows } = await client.query<Omit<Row, 'number'>>(
    `SELECT agency, min(partnership) AS partnership, min(settled_at) AS since FROM hub.deliveries
      WHERE state = 'failed' AND channel <> 'trouble' AND settled_at > $1 GROUP BY agency`,
    [now - DAY],
  );
  return rows.map(({ agency, partnership, since }) => ({
    agency,
    partnership: partnership ?? '',
    key: `failed.${agency}.${londonDay(Number(since))}`,
    kind: 'refused',
    since: Number(since),
  }));
};

/** Tells people of what does not arrive: the agency's own, at every address that it gave, and whoever runs the hub; each trouble once. */
export const planTroubles = async (client: PoolClient, parts: PlanParts): Promise<void> => {
  if (!parts.hasMail) return;
  const now = parts.now();
  const found = [await disabledWebhooks(client, now), await failingWebhooks(client, now), await refusedMessages(client, now)].flat();
  if (found.length === 0) return;
  const targets = await parts.targets.of([...new Set(found.map(({ agency }) => agency))], client);
  const planned = found.flatMap(({ agency, partnership, key, kind, since }): readonly Planned[] => {
    const to = (target: string, reader: TroubleNotice['reader']): Planned => {
      const notice: TroubleNotice = { kind, agency, since: formatInstant(since), reader };
      return { key, channel: 'trouble', target, partnership, agency, notice };
    };
    const own = (targets.get(agency)?.mail ?? []).map(({ number }) => to(String(number), 'agency'));
    return parts.targets.operator === undefined ? own : [...own, to(OPERATOR, 'operator')];
  });
  await putDeliveries(client, planned, { now, reference: parts.reference });
};
