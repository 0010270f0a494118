import type { CopyRows } from '@throughline/projections';
import type { Pool } from 'pg';

/** The rows that the hub wrote, by the record with which they are written again. */
export interface MeasuredRows {
  readonly tables: readonly { readonly name: string; readonly columns: string }[];
  readonly at: ReadonlyMap<string, readonly { readonly table: number; readonly write: (rows: CopyRows) => void }[]>;
}

type Value = string | bigint | Buffer | null;

/** Tables that grow with the log, and the number of the record that each row is written with; alerts and deadlines follow whom they are about. */
const TABLES = [
  { name: 'records', columns: ['partnership', 'index', 'position', 'log_time', 'key', 'leaf', 'body'], index: 't.index' },
  { name: 'links', columns: ['partnership', 'ref', 'index'], index: 't.index' },
  { name: 'memberships', columns: ['partnership', 'ref', 'person', 'seen', 'since', 'until'], index: 't.since' },
  { name: 'traces', columns: ['partnership', 'token', 'ref'], index: 'first' },
  { name: 'alerts', columns: ['partnership', 'id', 'about', 'agency', 'safeguard', 'status', 'raised_at', 'alert'], index: 'first' },
  { name: 'deadlines', columns: ['partnership', 'id', 'due', 'about', 'deadline'], index: 'first' },
] as const;

const writer =
  (values: readonly Value[]) =>
  (rows: CopyRows): void => {
    rows.row(values.length);
    for (const value of values) {
      if (value === null) rows.nothing();
      else if (typeof value === 'string') rows.text(value);
      else if (typeof value === 'bigint') rows.integer(Number(value));
      else rows.bytes(value);
    }
  };

/** Reads them all into memory, before anything is timed. */
export const measuredRows = async (pool: Pool, schema: string): Promise<MeasuredRows> => {
  const at = new Map<string, { table: number; write: (rows: CopyRows) => void }[]>();
  for (const [table, { name, columns, index }] of TABLES.entries()) {
    const who = name === 'traces' ? 'ref' : 'about';
    const first = `(SELECT min(l.index) FROM ${schema}.links l WHERE l.partnership = t.partnership AND l.ref = t.${who})`;
    const { rows } = await pool.query<{ place: string; row: Value[] } & Record<string, Value>>(
      `SELECT r.partnership || ':' || r.position AS place, ${columns.map((column) => `t.${column} AS v_${column}`).join(', ')}
         FROM ${schema}.${name} t JOIN ${schema}.records r ON r.partnership = t.partnership AND r.index = ${index === 'first' ? first : index}`,
    );
    for (const row of rows) {
      const some = at.get(row.place) ?? [];
      at.set(row.place, some);
      some.push({ table, write: writer(columns.map((column) => row[`v_${column}`] ?? null)) });
    }
  }
  return { tables: TABLES.map(({ name, columns }) => ({ name, columns: columns.join(', ') })), at };
};
