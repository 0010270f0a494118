import type { Pool, PoolClient } from 'pg';
import type { NewEntry } from '../port';

/**
 * One partition's part of an append: takes its places and positions under the lock of the head's row, stores the entries, and
 * wakes the readers at the commit. The values come as one run of bytes with starts and lengths, which travels as it is, where an
 * array of values would travel as text of twice the size. The commit waits for the disk, whatever the connection was set to.
 */
const statement = (schema: string): string => `
  with head as (
    update ${schema}.heads
    set next_place = next_place + $2::bigint,
        next_position = case when $3::bigint is null then greatest(next_position, next_place) + $2 else greatest(next_position, $3) end
    where partition = $1::integer
    returning next_place - $2 as place, next_position - $2 as position
  ), stored as (
    insert into ${schema}.entries (partition, place, position, partnership, value)
    select $1, head.place + e.i - 1, coalesce(e.kept, head.position + e.i - 1), e.partnership, substring($5::bytea from e.start for e.length)
    from head, unnest($4::text[], $6::integer[], $7::integer[], $8::bigint[]) with ordinality as e(partnership, start, length, kept, i)
  )
  select head.position::text as position, set_config('synchronous_commit', 'on', true), pg_notify($9, $1::text) from head`;

const appendPart = async (
  db: Pool | PoolClient,
  schema: string,
  partition: number,
  entries: readonly NewEntry[],
): Promise<readonly bigint[]> => {
  const kept = entries.flatMap((entry) => (entry.position === undefined ? [] : [entry.position]));
  const afterKept = kept.length === 0 ? null : kept.reduce((most, position) => (position > most ? position : most)) + 1n;
  const starts: number[] = [];
  let start = 1;
  for (const { value } of entries) {
    starts.push(start);
    start += value.length;
  }
  const { rows } = await db.query<{ position: string }>(statement(schema), [
    partition,
    entries.length,
    afterKept,
    entries.map((entry) => entry.partnership),
    Buffer.concat(entries.map((entry) => entry.value)),
    starts,
    entries.map((entry) => entry.value.length),
    kept,
    schema,
  ]);
  const base = rows[0]?.position;
  if (base === undefined) throw new RangeError(`there is no partition ${partition}`);
  return entries.map((entry, index) => entry.position ?? BigInt(base) + BigInt(index));
};

/** Appends the parts in one transaction, always in the order of the partitions, so that two appends never wait for each other. */
export const appendParts = async (
  pool: Pool,
  schema: string,
  parts: ReadonlyMap<number, readonly NewEntry[]>,
): Promise<ReadonlyMap<number, readonly bigint[]>> => {
  const inOrder = [...parts].sort(([a], [b]) => a - b);
  const positions = new Map<number, readonly bigint[]>();
  const [only] = inOrder;
  if (only !== undefined && inOrder.length === 1) {
    return positions.set(only[0], await appendPart(pool, schema, only[0], only[1]));
  }
  const client = await pool.connect();
  // A connection that breaks between two statements says so by an event; the next statement rejects, which is enough.
  const onError = (): void => undefined;
  client.on('error', onError);
  try {
    await client.query('begin');
    for (const [partition, entries] of inOrder) positions.set(partition, await appendPart(client, schema, partition, entries));
    await client.query('commit');
    client.off('error', onError);
    client.release();
    return positions;
  } catch (reason) {
    client.release(true);
    throw reason;
  }
};
