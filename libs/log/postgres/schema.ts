import type { Pool } from 'pg';
import { PartitionCountDiffers } from '../port';

/** A schema's name goes into statements as it is, so it may be nothing but a plain name. */
export const plainName = (name: string): string => {
  if (!/^[a-z][a-z0-9_]{0,40}$/.test(name)) throw new RangeError('a schema or role of the log is lower case letters, digits and _');
  return name;
};

/**
 * `heads` holds, for each partition, the oldest place that is still there and what the next entry gets. An append updates its head
 * first and keeps the row locked until it commits: so places and positions increase in the order of the commits, and a reader that
 * has seen a place has seen all before it. A sequence would not do that.
 *
 * Values are sealed, so compressing them is lost effort (EXTERNAL); up to 8 KB they stay in the row.
 */
const tables = (schema: string): string => `
  create schema if not exists ${schema};
  create table ${schema}.heads (
    partition integer not null,
    first_place bigint not null default 0,
    next_place bigint not null default 0,
    next_position bigint not null default 0,
    constraint heads_pkey primary key (partition),
    constraint heads_in_order check (first_place <= next_place)
  ) with (fillfactor = 10);
  create table ${schema}.entries (
    partition integer not null,
    place bigint not null,
    position bigint not null,
    partnership text not null,
    value bytea not null,
    constraint entries_pkey primary key (partition, place)
  ) with (toast_tuple_target = 8160, autovacuum_vacuum_insert_scale_factor = 1);
  alter table ${schema}.entries alter column value set storage external;
  create function ${schema}.refuse_change() returns trigger language plpgsql as
    $$ begin raise exception 'the log is append-only' using errcode = 'insufficient_privilege'; end $$;
  create trigger entries_append_only before update or delete or truncate on ${schema}.entries
    for each statement execute function ${schema}.refuse_change();
`;

/** Makes the log's tables where they are missing, and checks the number of partitions where they are there. */
export const migratePostgresLog = async (pool: Pool, schema: string, partitions: number): Promise<void> => {
  const client = await pool.connect();
  // A connection that breaks between two statements says so by an event; the next statement rejects, which is enough.
  const onError = (): void => undefined;
  client.on('error', onError);
  try {
    await client.query('begin');
    await client.query(`select pg_advisory_xact_lock(hashtextextended('throughline log ' || $1, 0))`, [schema]);
    const found = await client.query<{ there: boolean }>('select to_regclass($1) is not null as there', [`${schema}.heads`]);
    if (found.rows[0]?.there !== true) {
      await client.query(tables(schema));
      await client.query(`insert into ${schema}.heads (partition) select generate_series(0, $1::integer - 1)`, [partitions]);
    }
    const counted = await client.query<{ count: number }>(`select count(*)::integer as count from ${schema}.heads`);
    const count = counted.rows[0]?.count;
    if (count !== partitions) throw new PartitionCountDiffers(`the log has ${count} partitions, not ${partitions}`);
    await client.query('commit');
    client.off('error', onError);
    client.release();
  } catch (reason) {
    // The transaction ends with its connection, whatever state it is in.
    client.release(true);
    throw reason;
  }
};

/** Lets a role append and read, and nothing else: with this role even a fault in the program changes no entry. */
export const allowAppending = async (pool: Pool, role: string, schema = 'log'): Promise<void> => {
  const [to, from] = [plainName(role), plainName(schema)];
  await pool.query(`grant usage on schema ${from} to ${to}`);
  await pool.query(`grant select, insert on ${from}.entries to ${to}`);
  await pool.query(`grant select, update (next_place, next_position) on ${from}.heads to ${to}`);
};
