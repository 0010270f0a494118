import { join } from 'node:path';
import { readFileSync } from 'node:fs';
import { createPool } from '@throughline/platform';
import type { Log } from '@throughline/log';
import type { Pool } from 'pg';
import { NAME, password } from '../../infra/postgres/cluster';
import { keyHash } from '@throughline/records';
import { storedRecord } from '../../apps/projector/batch/stored-record';
import type { Sent } from './load';

/** Connections to the database of a hub that keeps its data in this folder. */
export const tablesOf = (dataDir: string): Pool => {
  const folder = join(dataDir, 'postgres');
  const port = readFileSync(join(folder, 'port'), 'utf8').trim();
  return createPool({ url: `postgres://${NAME}:${password(folder)}@127.0.0.1:${port}/${NAME}`, name: 'faults spec', max: 4 });
};

/** The schema of the generation that is live. */
export const liveSchemaOf = async (pool: Pool): Promise<string> => {
  const { rows } = await pool.query<{ number: number }>('SELECT number FROM hub.generations WHERE live');
  return `generation_${rows[0]?.number ?? 0}`;
};

interface LeafRow {
  readonly partnership: string;
  readonly index: bigint;
  readonly position: bigint;
  readonly key: Buffer;
  readonly leaf: Buffer;
}

/** What the ledger should hold: the first occurrence of every key in the log, numbered without a gap in each partnership. */
const expectedLeaves = async (log: Log): Promise<{ readonly leaves: readonly string[]; readonly physical: number }> => {
  const leaves: string[] = [];
  const seen = new Set<string>();
  const sizes = new Map<string, number>();
  let physical = 0;
  for (let partition = 0; partition < log.partitions; partition += 1) {
    const { begin: from, end: to } = await log.bounds(partition);
    for await (const entries of log.scan(partition, { from, to, maxEntries: 1_000 })) {
      for (const entry of entries) {
        physical += 1;
        const { key, leaf, position } = storedRecord(entry);
        const name = `${entry.partnership} ${key.toString('hex')}`;
        if (seen.has(name)) continue;
        seen.add(name);
        const index = sizes.get(entry.partnership) ?? 0;
        sizes.set(entry.partnership, index + 1);
        leaves.push(`${entry.partnership} ${index} ${position} ${key.toString('hex')} ${leaf.toString('hex')}`);
      }
    }
  }
  return { leaves: leaves.sort(), physical };
};

/** How the tables differ from what the log and the acknowledgements ask for: nothing, where all is well. */
export interface Differences {
  readonly leavesMissing: readonly string[];
  readonly leavesTooMany: readonly string[];
  readonly recordsLost: readonly string[];
  readonly recordsTwice: readonly string[];
  readonly withoutChronology: readonly string[];
  readonly setAside: readonly unknown[];
}

export const differencesOf = async (
  pool: Pool,
  log: Log,
  acknowledged: readonly Sent[],
): Promise<{ readonly differences: Differences; readonly physical: number; readonly leaves: number }> => {
  const schema = await liveSchemaOf(pool);
  const { rows } = await pool.query<LeafRow>(`SELECT partnership, index, position, key, leaf FROM ${schema}.records`);
  const { rows: linked } = await pool.query<{ partnership: string; index: bigint }>(
    `SELECT DISTINCT partnership, index FROM ${schema}.links`,
  );
  const { rows: setAside } = await pool.query(`SELECT partnership, position, reason FROM ${schema}.set_aside`);
  const { leaves, physical } = await expectedLeaves(log);
  const stored = rows.map(
    ({ partnership, index, position, key, leaf }) => `${partnership} ${index} ${position} ${key.toString('hex')} ${leaf.toString('hex')}`,
  );
  const [inLog, inTables] = [new Set(leaves), new Set(stored)];
  const byKey = new Map<string, LeafRow[]>();
  for (const row of rows) {
    const name = `${row.partnership} ${row.key.toString('hex')}`;
    byKey.set(name, [...(byKey.get(name) ?? []), row]);
  }
  const chronology = new Set(linked.map(({ partnership, index }) => `${partnership} ${index}`));
  const found = acknowledged.map((record) => ({
    record,
    rows: byKey.get(`${record.partnership} ${keyHash(record).toString('hex')}`) ?? [],
  }));
  return {
    physical,
    leaves: stored.length,
    differences: {
      leavesMissing: leaves.filter((leaf) => !inTables.has(leaf)),
      leavesTooMany: stored.filter((leaf) => !inLog.has(leaf)),
      recordsLost: found.filter((each) => each.rows.length === 0).map(({ record }) => record.id),
      recordsTwice: found.filter((each) => each.rows.length > 1).map(({ record }) => record.id),
      withoutChronology: found
        .filter((each) => each.rows.some(({ partnership, index }) => !chronology.has(`${partnership} ${index}`)))
        .map(({ record }) => record.id),
      setAside,
    },
  };
};

/** What `differencesOf` answers where nothing acknowledged is lost and everything has its effect once. */
export const NO_DIFFERENCES: Differences = {
  leavesMissing: [],
  leavesTooMany: [],
  recordsLost: [],
  recordsTwice: [],
  withoutChronology: [],
  setAside: [],
};
