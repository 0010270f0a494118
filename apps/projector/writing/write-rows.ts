import { refNumber } from '@throughline/kernel';
import { CopyRows, textArray } from '@throughline/projections';
import type { PoolClient } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { finished } from 'node:stream/promises';
import type { GroupRows } from '../batch/group-rows';

const copy = async (client: PoolClient, table: string, columns: string, rows: CopyRows): Promise<void> => {
  if (rows.count === 0) return;
  const stream = client.query(copyFrom(`COPY ${table} (${columns}) FROM STDIN (FORMAT binary)`));
  stream.end(rows.finish());
  await finished(stream);
};

/** Writes what a batch changed, set-based, inside the caller's transaction. */
export const writeRows = async (client: PoolClient, schema: string, groups: readonly GroupRows[]): Promise<void> => {
  const records = new CopyRows();
  const links = new CopyRows();
  for (const group of groups) {
    const { partnership } = group.state;
    for (const { record, index, logTime } of group.records) {
      records.row(7).text(partnership).integer(index).integer(record.position).integer(logTime);
      records.bytes(record.key).bytes(record.leaf).bytes(record.entry.value);
    }
    const written = new Set<string>();
    for (const { ref, index } of group.links) {
      const link = `${index} ${ref}`;
      if (written.has(link) || index < group.firstIndex) continue;
      written.add(link);
      links.row(3).text(partnership).integer(refNumber(ref)).integer(index);
    }
  }
  await copy(client, `${schema}.records`, 'partnership, index, position, log_time, key, leaf, body', records);
  await copy(client, `${schema}.links`, 'partnership, ref, index', links);
  await writeSetAsides(client, schema, groups);
  await writeLateLinks(client, schema, groups);
  await writePeople(client, schema, groups);
  await writeAlerts(client, schema, groups);
  await writePartnerships(client, schema, groups);
  await writeEngineChanges(client, schema, groups);
};

/** Links of records of earlier batches, which a correction or a redrive adds; they may be there already. */
const writeLateLinks = async (client: PoolClient, schema: string, groups: readonly GroupRows[]): Promise<void> => {
  const late = groups.flatMap((group) => group.links.filter(({ index }) => index < group.firstIndex).map((link) => ({ ...link, group })));
  if (late.length > 0) {
    await client.query(
      `INSERT INTO ${schema}.links (partnership, ref, index) SELECT DISTINCT * FROM unnest($1::text[], $2::bigint[], $3::bigint[]) ON CONFLICT DO NOTHING`,
      [late.map(({ group }) => group.state.partnership), late.map(({ ref }) => refNumber(ref)), late.map(({ index }) => index)],
    );
  }
  for (const group of groups) {
    for (const { position, index, logTime } of group.redrives) {
      await client.query(`UPDATE ${schema}.set_aside SET redriven = true WHERE partnership = $1 AND position = $2`, [
        group.state.partnership,
        position,
      ]);
      await client.query(`UPDATE ${schema}.records SET log_time = $3 WHERE partnership = $1 AND index = $2`, [
        group.state.partnership,
        index,
        logTime,
      ]);
    }
  }
};

const writePeople = async (client: PoolClient, schema: string, groups: readonly GroupRows[]): Promise<void> => {
  const placed = groups.flatMap((group) =>
    group.memberships().map((membership) => ({ ...membership, partnership: group.state.partnership })),
  );
  const moved = placed.filter((membership) => membership.moved);
  if (moved.length > 0) {
    const firstMoves = new Map<string, (typeof moved)[number]>();
    for (const move of moved) {
      const id = `${move.partnership} ${move.ref}`;
      if (!firstMoves.has(id)) firstMoves.set(id, move);
    }
    const each = [...firstMoves.values()];
    await client.query(
      `UPDATE ${schema}.memberships m SET until = w.since FROM unnest($1::text[], $2::bigint[], $3::bigint[]) AS w(partnership, ref, since)
        WHERE m.partnership = w.partnership AND m.ref = w.ref AND m.until IS NULL`,
      [each.map((move) => move.partnership), each.map((move) => refNumber(move.ref)), each.map((move) => move.since)],
    );
  }
  const rows = new CopyRows();
  for (const { partnership, ref, person, seen, since, until } of placed) {
    rows.row(6).text(partnership).integer(refNumber(ref)).integer(refNumber(person)).integer(seen).integer(since);
    if (until === undefined) rows.nothing();
    else rows.integer(until);
  }
  await copy(client, `${schema}.memberships`, 'partnership, ref, person, seen, since, until', rows);
  const traces = groups.flatMap((group) => group.traces.map((trace) => ({ ...trace, partnership: group.state.partnership })));
  if (traces.length > 0) {
    await client.query(
      `INSERT INTO ${schema}.traces (partnership, token, ref) SELECT DISTINCT * FROM unnest($1::text[], $2::bytea[], $3::bigint[]) ON CONFLICT DO NOTHING`,
      [
        traces.map((trace) => trace.partnership),
        traces.map((trace) => Buffer.from(trace.token, 'hex')),
        traces.map((trace) => refNumber(trace.ref)),
      ],
    );
  }
};

const writeAlerts = async (client: PoolClient, schema: string, groups: readonly GroupRows[]): Promise<void> => {
  const alerts = groups.flatMap((group) => [...group.alerts.values()].map((alert) => ({ alert, partnership: group.state.partnership })));
  if (alerts.length > 0) {
    await client.query(
      `INSERT INTO ${schema}.alerts (partnership, id, about, agency, safeguard, status, raised_at, alert)
       SELECT * FROM unnest($1::text[], $2::text[], $3::bigint[], $4::text[], $5::text[], $6::text[], $7::bigint[], $8::text[])
       ON CONFLICT (partnership, id) DO UPDATE SET status = excluded.status, alert = excluded.alert`,
      [
        alerts.map(({ partnership }) => partnership),
        alerts.map(({ alert }) => alert.id),
        alerts.map(({ alert }) => refNumber(alert.about)),
        alerts.map(({ alert }) => alert.agency),
        alerts.map(({ alert }) => alert.safeguard),
        alerts.map(({ alert }) => alert.status),
        alerts.map(({ alert }) => alert.raisedAt),
        textArray(alerts.map(({ alert }) => JSON.stringify(alert))),
      ],
    );
  }
  const cancelled = groups.flatMap((group) => [...group.cancelled].map((id) => ({ id, partnership: group.state.partnership })));
  if (cancelled.length > 0) {
    await client.query(
      `DELETE FROM ${schema}.deadlines d USING unnest($1::text[], $2::text[]) AS w(partnership, id) WHERE d.partnership = w.partnership AND d.id = w.id`,
      [cancelled.map(({ partnership }) => partnership), cancelled.map(({ id }) => id)],
    );
  }
  const deadlines = groups.flatMap((group) =>
    [...group.deadlines.values()].map((deadline) => ({ deadline, partnership: group.state.partnership })),
  );
  if (deadlines.length > 0) {
    await client.query(
      `INSERT INTO ${schema}.deadlines (partnership, id, due, about, deadline)
       SELECT * FROM unnest($1::text[], $2::text[], $3::bigint[], $4::bigint[], $5::text[])
       ON CONFLICT (partnership, id) DO UPDATE SET due = excluded.due, deadline = excluded.deadline`,
      [
        deadlines.map(({ partnership }) => partnership),
        deadlines.map(({ deadline }) => deadline.id),
        deadlines.map(({ deadline }) => deadline.due),
        deadlines.map(({ deadline }) => refNumber(deadline.about)),
        textArray(deadlines.map(({ deadline }) => JSON.stringify(deadline))),
      ],
    );
  }
};

const writeSetAsides = async (client: PoolClient, schema: string, groups: readonly GroupRows[]): Promise<void> => {
  for (const group of groups) {
    for (const { position, index, reason, key } of group.setAsides) {
      await client.query(
        `INSERT INTO ${schema}.set_aside (partnership, position, index, reason, source, id) VALUES ($1, $2, $3, $4, $5, $6)`,
        [group.state.partnership, position, index ?? null, reason, key?.source ?? null, key?.id ?? null],
      );
    }
  }
};

/** So that a rebuild need not look for them in the whole log. */
const writeEngineChanges = async (client: PoolClient, schema: string, groups: readonly GroupRows[]): Promise<void> => {
  const changes = groups.flatMap(({ state, engineChanged }) => (engineChanged === undefined ? [] : [{ state, engineChanged }]));
  if (changes.length === 0) return;
  await client.query(
    `INSERT INTO ${schema}.engine_changes AS known (partnership, until) SELECT * FROM unnest($1::text[], $2::bigint[])
     ON CONFLICT (partnership) DO UPDATE SET until = greatest(known.until, excluded.until)`,
    [changes.map(({ state }) => state.partnership), changes.map(({ engineChanged }) => engineChanged)],
  );
};

const writePartnerships = async (client: PoolClient, schema: string, groups: readonly GroupRows[]): Promise<void> => {
  await client.query(
    `INSERT INTO ${schema}.partnerships (partnership, size, last_position, log_time, clock_started, settings)
     SELECT * FROM unnest($1::text[], $2::bigint[], $3::bigint[], $4::bigint[], $5::boolean[], $6::text[])
     ON CONFLICT (partnership) DO UPDATE SET size = excluded.size, last_position = excluded.last_position, log_time = excluded.log_time,
       clock_started = excluded.clock_started, settings = excluded.settings`,
    [
      groups.map(({ state }) => state.partnership),
      groups.map(({ state }) => state.nextIndex),
      groups.map(({ state }) => state.lastPosition),
      groups.map(({ state }) => state.logTime),
      groups.map(({ state }) => state.clockStarted),
      groups.map(({ state }) => (state.settings === undefined ? null : JSON.stringify(state.settings))),
    ],
  );
};
