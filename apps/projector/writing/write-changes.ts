import { itemKey } from '@throughline/alerts';
import { parseInstant } from '@throughline/kernel';
import { hubTypes, isHubType } from '@throughline/records';
import type { PoolClient } from 'pg';
import type { GroupRows, RecordRow } from '../batch/group-rows';

/** Where PostgreSQL says that alerts have changed. */
const ALERT_CHANGES = 'throughline_alert_changes';

/** When this record starts a partnership's clock, if it runs not yet (contract.md, section 2). */
const startsClockAt = ({ record }: RecordRow): number | undefined => {
  if (!('envelope' in record)) return undefined;
  const { envelope } = record;
  const starts = envelope.type === hubTypes.clockStarted || (!isHubType(envelope.type) && envelope.imported !== true);
  return starts ? parseInstant(envelope.recordedtime) : undefined;
};

/** The instant from which on a partnership's alerts are pushed: what was raised before is history that was loaded. */
const writeClocks = async (client: PoolClient, groups: readonly GroupRows[]): Promise<void> => {
  const started = groups.flatMap(({ state: { partnership }, records }) => {
    for (const row of records) {
      const at = startsClockAt(row);
      if (at !== undefined) return [{ partnership, at }];
    }
    return [];
  });
  if (started.length === 0) return;
  await client.query(
    `INSERT INTO hub.alert_clocks (partnership, started_at) SELECT * FROM unnest($1::text[], $2::bigint[]) ON CONFLICT DO NOTHING`,
    [started.map(({ partnership }) => partnership), started.map(({ at }) => at)],
  );
};

/** Leaves what happened to alerts for whoever tells their agencies, in the transaction that derived it; each change once. */
export const writeChanges = async (client: PoolClient, groups: readonly GroupRows[]): Promise<void> => {
  await writeClocks(client, groups);
  const changes = groups.flatMap(({ state: { partnership }, derived }) =>
    derived.flatMap((outcome) =>
      outcome.kind === 'raised' || outcome.kind === 'changed'
        ? [{ partnership, at: `${outcome.at.position}-${outcome.at.ordinal}`, change: outcome.kind, alert: outcome.alert }]
        : [],
    ),
  );
  if (changes.length === 0) return;
  await client.query(
    `INSERT INTO hub.alert_changes (partnership, at, change, alert, item, safeguard, class, agency, service, status, raised_at, due_at)
     SELECT partnership, at, change, alert, item, safeguard, class, agency, service, status, raised_at, due_at
       FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[], $9::text[], $10::text[],
         $11::bigint[], $12::bigint[]) WITH ORDINALITY
         AS w(partnership, at, change, alert, item, safeguard, class, agency, service, status, raised_at, due_at, place)
      -- What was told so long ago that it is not kept any more is not told again by tables that are built anew.
      WHERE NOT EXISTS (SELECT FROM hub.alert_changes_trimmed t WHERE t.partnership = w.partnership
              AND (split_part(w.at, '-', 1)::bigint, split_part(w.at, '-', 2)::int) <= (t.position, t.ordinal))
      ORDER BY place ON CONFLICT (partnership, at) DO NOTHING`,
    [
      changes.map(({ partnership }) => partnership),
      changes.map(({ at }) => at),
      changes.map(({ change }) => change),
      changes.map(({ alert }) => alert.id),
      changes.map(({ alert }) => itemKey({ agency: alert.agency, person: alert.about, trigger: alert.trigger })),
      changes.map(({ alert }) => alert.safeguard),
      changes.map(({ alert }) => alert.class),
      changes.map(({ alert }) => alert.agency),
      changes.map(({ alert }) => alert.service ?? null),
      changes.map(({ alert }) => alert.status),
      changes.map(({ alert }) => alert.raisedAt),
      changes.map(({ alert }) => alert.dueAt ?? null),
    ],
  );
  await client.query(`SELECT pg_notify('${ALERT_CHANGES}', '')`);
};
