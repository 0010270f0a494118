import type { Log } from '@throughline/log';
import { type EngineChanged, HUB_SOURCE, hubTypes, type OutcomesDerived, writeEnvelope } from '@throughline/records';
import { ENGINE, type Outcome } from '@throughline/safeguards';
import type { Sealer } from '@throughline/seal';
import type { Pool, PoolClient } from 'pg';
import { isReadable, storedRecord } from './batch/stored-record';
import type { History } from './batch/fold-group';
import type { Generation } from './generations';

/** What a generation noted of changes of the engine as it read the log, and up to which offsets it has read; nothing where it keeps no such notes. */
const notedIn = async (pool: Pool, { schema }: Generation) => {
  const kept = await pool.query<{ kept: boolean }>('SELECT to_regclass($1) IS NOT NULL AS kept', [`${schema}.engine_changes`]);
  if (kept.rows[0]?.kept !== true) return { until: [], read: new Map<number, bigint>() };
  // Its offsets first: what it reads meanwhile is read once more, and changes nothing.
  const read = await pool.query<{ partition: number; next_offset: bigint }>(`SELECT partition, next_offset FROM ${schema}.progress`);
  const until = await pool.query<{ partnership: string; until: bigint }>(`SELECT partnership, until FROM ${schema}.engine_changes`);
  return { until: until.rows, read: new Map(read.rows.map((row) => [row.partition, row.next_offset])) };
};

/**
 * Copies what the log tells of earlier engines' outcomes into a generation, before it is built. Where no engine was ever changed
 * there is nothing to copy, and everything is derived.
 *
 * @param live the generation that has read most of the log already; without it all of the log is looked through
 */
export const gatherPast = async (pool: Pool, log: Log, { schema }: Generation, live?: Generation): Promise<void> => {
  const noted = live === undefined ? undefined : await notedIn(pool, live);
  const until = new Map<string, number>(noted?.until.map((row) => [row.partnership, Number(row.until)]));
  for (let partition = 0; partition < log.partitions; partition += 1) {
    for await (const record of hubRecords(log, partition, hubTypes.engineChanged, noted?.read.get(partition))) {
      const { until: last } = record.data as unknown as EngineChanged;
      until.set(record.partnership, Math.max(last, until.get(record.partnership) ?? 0));
    }
  }
  if (until.size === 0) return;
  await pool.query(`INSERT INTO ${schema}.past_until SELECT * FROM unnest($1::text[], $2::bigint[])`, [
    [...until.keys()],
    [...until.values()],
  ]);
  for (let partition = 0; partition < log.partitions; partition += 1) {
    for await (const record of hubRecords(log, partition, hubTypes.outcomesDerived)) {
      const last = until.get(record.partnership);
      if (last === undefined) continue;
      const { outcomes } = record.data as unknown as OutcomesDerived;
      const past = (outcomes as readonly Outcome[]).filter((outcome) => outcome.at.position <= last);
      const positions = [...new Set(past.map((outcome) => outcome.at.position))];
      const at = positions.map((position) => past.filter((outcome) => outcome.at.position === position));
      await pool.query(`INSERT INTO ${schema}.past SELECT $1, * FROM unnest($2::bigint[], $3::int[], $4::text[]) ON CONFLICT DO NOTHING`, [
        record.partnership,
        positions,
        at.map(([first]) => first?.at.ordinal ?? 0),
        at.map((some) => JSON.stringify(some)),
      ]);
    }
  }
};

async function* hubRecords(log: Log, partition: number, type: string, after = 0n) {
  const { begin, end: to } = await log.bounds(partition);
  const from = after > begin ? after : begin;
  if (from >= to) return;
  for await (const entries of log.scan(partition, { from, to, maxEntries: 1_000 })) {
    for (const entry of entries) {
      // The type stands in the clear: most entries need not be parsed to be passed over.
      if (!entry.value.includes(type)) continue;
      const record = storedRecord(entry);
      if (isReadable(record) && record.envelope.source === HUB_SOURCE && record.envelope.type === type) yield record.envelope;
    }
  }
}

/** What is known of the past of these partnerships up to a position, for one batch. */
export const pastOf = async (
  client: PoolClient,
  schema: string,
  ranges: readonly { readonly partnership: string; readonly first: number; readonly last: number }[],
): Promise<ReadonlyMap<string, History>> => {
  const { rows: untils } = await client.query<{ partnership: string; until: bigint }>(
    `SELECT partnership, until FROM ${schema}.past_until WHERE partnership = ANY($1)`,
    [ranges.map((range) => range.partnership)],
  );
  if (untils.length === 0) return new Map();
  const { rows } = await client.query<{ partnership: string; position: bigint; outcomes: string }>(
    `SELECT p.partnership, p.position, p.outcomes FROM unnest($1::text[], $2::bigint[], $3::bigint[]) AS w(partnership, first, last)
       JOIN ${schema}.past p ON p.partnership = w.partnership AND p.position BETWEEN w.first AND w.last
      ORDER BY p.partnership, p.position, p.first_ordinal`,
    [ranges.map((range) => range.partnership), ranges.map((range) => range.first), ranges.map((range) => range.last)],
  );
  const histories = new Map(untils.map((row) => [row.partnership, { until: Number(row.until), at: new Map<number, Outcome[]>() }]));
  for (const row of rows) {
    const at = histories.get(row.partnership)?.at;
    const position = Number(row.position);
    at?.set(position, [...(at.get(position) ?? []), ...(JSON.parse(row.outcomes) as Outcome[])]);
  }
  return histories;
};

/** Notes on every partnership's log that from here on another engine judges. Told twice, it is one record. */
export const tellEngineChanged = async (pool: Pool, log: Log, sealer: Sealer, live: Generation): Promise<void> => {
  const { rows } = await pool.query<{ partnership: string; last_position: bigint; stamp: string }>(
    `SELECT partnership, last_position, to_char(to_timestamp(log_time / 1000.0) AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS stamp
       FROM ${live.schema}.partnerships ORDER BY 1`,
  );
  const envelopes = await sealer.sealAll(
    rows.map(({ partnership, last_position: until, stamp }) => ({
      record: {
        partnership,
        source: HUB_SOURCE,
        id: `engine-changed:${ENGINE}:${until}`,
        type: hubTypes.engineChanged,
        time: stamp,
        recordedtime: stamp,
        data: { engine: ENGINE, until: Number(until) },
      },
    })),
  );
  await log.append(envelopes.map((envelope) => ({ partnership: envelope.partnership, value: writeEnvelope(envelope) })));
};
