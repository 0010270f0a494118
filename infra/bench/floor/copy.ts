import { createServer } from 'node:http';
import { finished } from 'node:stream/promises';
import type { LogEntry, PartitionReader } from '@throughline/log';
import { createPool } from '@throughline/platform';
import { CopyRows, createGeneration } from '@throughline/projections';
import type { Pool, PoolClient } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { openLog } from '../log';
import { type MeasuredRows, measuredRows } from './measured-rows';

export interface CopyTask {
  /** `bare`: parse, and one COPY. `lean`: the rows that the hub wrote for the same records, and no logic. */
  readonly kind: 'bare' | 'lean';
  readonly database: string;
  readonly brokers?: string;
  /** Where it writes; begun anew. */
  readonly schema: string;
  /** Where the hub's own rows stand. */
  readonly measured: string;
  readonly group: string;
}

const copy = async (client: PoolClient, table: string, columns: string, rows: CopyRows): Promise<void> => {
  if (rows.count === 0) return;
  const stream = client.query(copyFrom(`COPY ${table} (${columns}) FROM STDIN (FORMAT binary)`));
  stream.end(rows.finish());
  await finished(stream);
};

type Write = (client: PoolClient, entries: readonly LogEntry[]) => Promise<void>;

const bareWrite =
  (schema: string): Write =>
  async (client, entries) => {
    const rows = new CopyRows();
    for (const { partnership, position, value } of entries) {
      const { type } = JSON.parse(value.toString('utf8')) as { type: string };
      rows.row(4).text(partnership).integer(Number(position)).text(type).bytes(value);
    }
    await copy(client, `${schema}.entries`, 'partnership, position, type, body', rows);
  };

const leanWrite =
  (schema: string, measured: MeasuredRows): Write =>
  async (client, entries) => {
    const tables = measured.tables.map(({ name, columns }) => ({ name, columns, rows: new CopyRows() }));
    for (const { partnership, position } of entries) {
      for (const { table, write } of measured.at.get(`${partnership}:${position}`) ?? []) {
        const rows = tables[table]?.rows;
        if (rows !== undefined) write(rows);
      }
    }
    for (const { name, columns, rows } of tables) await copy(client, `${schema}.${name}`, columns, rows);
  };

const prepare = async (pool: Pool, { kind, schema, measured }: CopyTask): Promise<Write> => {
  await pool.query(`DROP SCHEMA IF EXISTS ${schema} CASCADE`);
  if (kind === 'lean') {
    const rows = await measuredRows(pool, measured);
    await pool.query(createGeneration(schema));
    return leanWrite(schema, rows);
  }
  await pool.query(`CREATE SCHEMA ${schema};
    CREATE TABLE ${schema}.progress (partition int PRIMARY KEY, next_offset bigint NOT NULL);
    CREATE TABLE ${schema}.entries (partnership text, position bigint, type text, body bytea, PRIMARY KEY (partnership, position))`);
  return bareWrite(schema);
};

/** Consumes as the hub does, and writes each batch and its offset in one transaction; its port answers when it has begun. */
export const copyFloor = async (task: CopyTask, port: number): Promise<() => Promise<void>> => {
  const pool = createPool({ url: task.database, name: 'floor', max: 24, statementTimeout: 0 });
  const write = await prepare(pool, task);
  const log = await openLog(pool, task.brokers);
  const reader: PartitionReader = {
    assigned: async (partition) => {
      await pool.query(`INSERT INTO ${task.schema}.progress VALUES ($1, 0)`, [partition]);
      return 0n;
    },
    entries: async (partition, entries) => {
      const client = await pool.connect();
      await client.query('BEGIN');
      await write(client, entries);
      const next = (entries.at(-1)?.offset ?? 0n) + 1n;
      await client.query(`UPDATE ${task.schema}.progress SET next_offset = $2 WHERE partition = $1`, [partition, next]);
      await client.query('COMMIT');
      client.release();
    },
    revoked: () => undefined,
    stopped: (partition, reason) => {
      process.stderr.write(`partition ${partition}: ${reason.message}\n`);
      process.exit(1);
    },
  };
  const server = createServer((_request, response) => response.end());
  await new Promise<void>((resolve) => server.listen(port, 'localhost', resolve));
  await log.subscribe(reader, { group: task.group, maxEntries: 1_000 });
  return async () => {
    server.closeAllConnections();
    server.close();
    await log.close();
    await pool.end();
  };
};
