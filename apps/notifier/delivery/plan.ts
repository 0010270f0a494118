import { type AlertNotice, type ChannelName } from '@throughline/alerts';
import { formatInstant } from '@throughline/kernel';
import type { AlertClass, AlertStatus } from '@throughline/safeguards';
import type { PoolClient } from 'pg';
import type { AgencyTargets, ChannelTargets } from './targets';

/** A message that has to be sent. */
export interface Planned {
  readonly key: string;
  readonly channel: ChannelName;
  readonly target: string;
  readonly partnership: string;
  readonly agency: string;
  readonly notice: object;
  /** Where its webhook is disabled: it is kept until that is enabled again. */
  readonly missed?: true;
}

interface ChangeRow {
  readonly number: bigint;
  readonly partnership: string;
  readonly at: string;
  readonly change: 'raised' | 'changed';
  readonly alert: string;
  readonly item: string;
  readonly safeguard: string;
  readonly class: AlertClass;
  readonly agency: string;
  readonly service: string | null;
  readonly status: AlertStatus;
  readonly raised_at: bigint;
  readonly due_at: bigint | null;
  readonly pushed: boolean;
}

/** Changes of alerts that are planned in one transaction. */
const MOST = 500;

const noticeOf = (row: ChangeRow, now: number): AlertNotice => ({
  alert: row.alert,
  change: row.change,
  number: Number(row.number),
  safeguard: row.safeguard,
  class: row.class,
  to: { agency: row.agency, service: row.service },
  status: row.status,
  raisedAt: formatInstant(Number(row.raised_at)),
  dueAt: row.due_at === null ? null : formatInstant(Number(row.due_at)),
  at: formatInstant(now),
  item: row.item,
});

/**
 * Who is told what, by class (safeguards.md): what must be done now on every channel, what must be done on the hub's own and Kafka's;
 * what is to know or to tidy waits in the inbox for its digest. Mail tells of an item once, however many alerts it has, and
 * never of what becomes of them. Only what was raised while the partnership's clock runs leaves the hub.
 */
const messagesOf = (
  row: ChangeRow,
  { mail, webhook }: AgencyTargets,
  hasMail: boolean,
  hasKafka: boolean,
  now: number,
): readonly Planned[] => {
  const { partnership, agency } = row;
  const key = `${row.alert}.${row.at}`;
  const common = { key, partnership, agency, notice: noticeOf(row, now) };
  const messages: Planned[] = [
    { ...common, channel: 'inbox', target: agency },
    { ...common, channel: 'events', target: agency },
  ];
  if (!row.pushed || (row.class !== 'now' && row.class !== 'act')) return messages;
  if (hasKafka) messages.push({ ...common, channel: 'kafka', target: agency });
  if (row.class !== 'now') return messages;
  if (webhook !== undefined) {
    messages.push({
      ...common,
      channel: 'webhook',
      target: String(webhook.number),
      ...(webhook.disabledAt === null ? {} : { missed: true }),
    });
  }
  if (!hasMail || row.change !== 'raised') return messages;
  for (const { number, service } of mail) {
    if (service === null || service === row.service) {
      messages.push({ ...common, key: `${row.item}.raised`, channel: 'mail', target: String(number) });
    }
  }
  return messages;
};

/** Puts messages among those to be sent; one that is there already stays as it is. */
export const putDeliveries = async (
  client: PoolClient,
  planned: readonly Planned[],
  { now, reference }: { readonly now: number; readonly reference: () => string },
): Promise<void> => {
  if (planned.length === 0) return;
  await client.query(
    `INSERT INTO hub.deliveries (key, channel, target, partnership, agency, reference, notice, planned_at, next_attempt, state, settled_at)
     SELECT w.key, w.channel, w.target, w.partnership, w.agency, w.reference, w.notice, $8::bigint, $8::bigint, w.state,
            CASE WHEN w.state = 'missed' THEN $8::bigint END
       FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $9::text[]) WITH ORDINALITY
         AS w(key, channel, target, partnership, agency, reference, notice, state, place)
      ORDER BY w.place ON CONFLICT (channel, target, key) DO NOTHING`,
    [
      planned.map(({ key }) => key),
      planned.map(({ channel }) => channel),
      planned.map(({ target }) => target),
      planned.map(({ partnership }) => partnership),
      planned.map(({ agency }) => agency),
      planned.map(reference),
      planned.map(({ notice }) => JSON.stringify(notice)),
      now,
      planned.map(({ missed }) => (missed === true ? 'missed' : 'waiting')),
    ],
  );
};

export interface PlanParts {
  readonly targets: ChannelTargets;
  readonly hasMail: boolean;
  readonly hasKafka: boolean;
  readonly now: () => number;
  /** A random reference for a message. */
  readonly reference: () => string;
}

/**
 * Turns what the projector left into messages, in its transaction's order, each change once. It takes what is not planned yet,
 * and not what lies after a number: a transaction that commits late is not passed over. Answers how many changes it planned.
 */
export const planChanges = async (client: PoolClient, parts: PlanParts): Promise<number> => {
  const { rows } = await client.query<ChangeRow>(
    `SELECT c.*, coalesce(c.raised_at >= k.started_at, false) AS pushed FROM hub.alert_changes c
       LEFT JOIN hub.alert_clocks k ON k.partnership = c.partnership
      WHERE NOT c.planned ORDER BY c.number LIMIT ${MOST}`,
  );
  if (rows.length === 0) return 0;
  const now = parts.now();
  const targets = await parts.targets.of([...new Set(rows.map(({ agency }) => agency))], client);
  const nowhere: AgencyTargets = { mail: [], webhook: undefined };
  const planned = rows.flatMap((row) => messagesOf(row, targets.get(row.agency) ?? nowhere, parts.hasMail, parts.hasKafka, now));
  await putDeliveries(client, planned, { now, reference: parts.reference });
  await client.query('UPDATE hub.alert_changes SET planned = true, planned_at = $2 WHERE number = ANY($1)', [
    rows.map(({ number }) => number),
    now,
  ]);
  return rows.length;
};
