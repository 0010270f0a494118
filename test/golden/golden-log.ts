import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Log, LogEntry } from '@throughline/log';
import { createInMemoryLog } from '@throughline/log/in-memory';
import { FileMasterKey } from '@throughline/seal/file';
import { createPostgresKeyTables, PostgresKeyStore } from '@throughline/seal/postgres';
import type { Pool } from 'pg';

/** Fixed for all golden logs: how a log spreads over partitions is part of what is compared. */
export const PARTITIONS = 2;

/** What a release left behind: its log, the keys that open it, and what its tables held. */
export interface Golden {
  readonly entries: readonly LogEntry[];
  readonly keys: GoldenKeys;
  readonly told: GoldenDigests;
}

/** Rows of the key store as JSON, and the file of the master key that they are wrapped under. It opens this log and nothing else. */
export interface GoldenKeys {
  readonly master: string;
  readonly tables: Readonly<Record<string, readonly unknown[]>>;
}

export interface GoldenDigests {
  /** The engine that judged it. */
  readonly engine: string;
  /** SHA-256 of every table of its generation. */
  readonly tables: Readonly<Record<string, string>>;
}

const KEY_TABLES = ['master_epoch', 'hub_keys', 'reference_keys', 'erased'] as const;

/** Keeps a golden log in a folder: one line for each entry, `{partnership} {position} {envelope as it was stored}`. */
export const keepGolden = async (folder: string, { entries, keys, told }: Golden): Promise<void> => {
  await mkdir(folder, { recursive: true });
  const lines = entries.map(({ partnership, position, value }) => `${partnership} ${String(position)} ${value.toString('utf8')}\n`);
  await writeFile(join(folder, 'log.txt'), lines.join(''));
  await writeFile(join(folder, 'keys.json'), `${JSON.stringify(keys, null, 1)}\n`);
  await writeFile(join(folder, 'digests.json'), `${JSON.stringify(told, null, 2)}\n`);
};

const LINE = /^(\S+) (\d+) (.*)$/;

/** A golden log as it is kept, ready to be read by the hub of today. */
export const readGolden = async (
  folder: string,
): Promise<{ readonly log: Log; readonly keys: GoldenKeys; readonly told: GoldenDigests }> => {
  const log = createInMemoryLog({ partitions: PARTITIONS });
  const text = await readFile(join(folder, 'log.txt'), 'utf8');
  const entries = text.split('\n').flatMap((line) => {
    const [, partnership, position, value] = LINE.exec(line) ?? [];
    if (partnership === undefined || position === undefined || value === undefined) return [];
    return { partnership, position: BigInt(position), value: Buffer.from(value, 'utf8') };
  });
  for (let from = 0; from < entries.length; from += 50) await log.append(entries.slice(from, from + 50));
  const json = async <Kept>(name: string): Promise<Kept> => JSON.parse(await readFile(join(folder, name), 'utf8')) as Kept;
  return { log, keys: await json<GoldenKeys>('keys.json'), told: await json<GoldenDigests>('digests.json') };
};

export const everyEntry = async (log: Log): Promise<readonly LogEntry[]> => {
  const entries: LogEntry[] = [];
  for (let partition = 0; partition < log.partitions; partition += 1) {
    const { begin: from, end: to } = await log.bounds(partition);
    for await (const some of log.scan(partition, { from, to, maxEntries: 1_000 })) entries.push(...some);
  }
  return entries;
};

const withMasterFile = async <Made>(master: string | undefined, use: (dataDir: string) => Promise<Made>): Promise<Made> => {
  const dataDir = await mkdtemp(join(tmpdir(), 'throughline-golden-'));
  try {
    if (master !== undefined) {
      await mkdir(join(dataDir, 'keys'), { mode: 0o700 });
      await writeFile(join(dataDir, 'keys', 'master.json'), master, { mode: 0o600 });
    }
    return await use(dataDir);
  } finally {
    await rm(dataDir, { recursive: true });
  }
};

/** Makes new keys in a database, under a master key of their own; `taken` answers them as they are to be kept. */
export const newKeys = () => {
  let master = '';
  return {
    open: (pool: Pool): Promise<PostgresKeyStore> =>
      withMasterFile(undefined, async (dataDir) => {
        await createPostgresKeyTables(pool);
        const key = await FileMasterKey.open(dataDir);
        master = await readFile(join(dataDir, 'keys', 'master.json'), 'utf8');
        return PostgresKeyStore.open(pool, key);
      }),
    taken: async (pool: Pool): Promise<GoldenKeys> => {
      const tables: Record<string, unknown[]> = {};
      for (const table of KEY_TABLES) {
        const { rows } = await pool.query<{ row: unknown }>(`SELECT to_jsonb(t) AS row FROM keys.${table} t ORDER BY t::text`);
        tables[table] = rows.map(({ row }) => row);
      }
      return { master, tables };
    },
  };
};

/** The kept keys in a database of today. */
export const keptKeys =
  ({ master, tables }: GoldenKeys) =>
  (pool: Pool): Promise<PostgresKeyStore> =>
    withMasterFile(master, async (dataDir) => {
      await createPostgresKeyTables(pool);
      for (const [table, rows] of Object.entries(tables)) {
        await pool.query(`INSERT INTO keys.${table} SELECT * FROM jsonb_populate_recordset(NULL::keys.${table}, $1::jsonb)`, [
          JSON.stringify(rows),
        ]);
      }
      return PostgresKeyStore.open(pool, await FileMasterKey.open(dataDir));
    });
