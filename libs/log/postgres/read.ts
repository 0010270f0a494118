import type { CustomTypesConfig, Pool, QueryArrayConfig } from 'pg';
import { type LogEntry, LogTrimmed, type PartitionBounds } from '../port';

/** Every column as the text that it came as, whatever parsers the process has registered. */
const asText = { getTypeParser: () => (text: string) => text } as CustomTypesConfig;

type Row = [place: string, position: string, partnership: string, value: string];

/** The bounds of a partition, as they stand after the last commit. */
export const readBounds = async (pool: Pool, schema: string, partition: number): Promise<PartitionBounds> => {
  const query: QueryArrayConfig = {
    text: `select first_place, next_place from ${schema}.heads where partition = $1`,
    values: [partition],
    rowMode: 'array',
    types: asText,
  };
  const { rows } = await pool.query<[string, string]>(query);
  const [row] = rows;
  if (row === undefined) throw new RangeError(`there is no partition ${partition}`);
  return { begin: BigInt(row[0]), end: BigInt(row[1]) };
};

/**
 * At most `max` entries from an offset on; empty at the end. Places have no holes, so anything but the very next one means
 * that entries are gone; so does an end before the offset, after an older backup was put in place.
 */
export const readEntries = async (
  pool: Pool,
  schema: string,
  partition: number,
  from: bigint,
  max: number,
): Promise<readonly LogEntry[]> => {
  const query: QueryArrayConfig = {
    text: `select place, position, partnership, value from ${schema}.entries where partition = $1 and place >= $2 order by place limit $3`,
    values: [partition, from, max],
    rowMode: 'array',
    types: asText,
  };
  const { rows } = await pool.query<Row>(query);
  const entries = rows.map(([place, position, partnership, value]): LogEntry => {
    return { partnership, value: Buffer.from(value.slice(2), 'hex'), offset: BigInt(place), position: BigInt(position) };
  });
  const whole = entries.every((entry, index) => entry.offset === from + BigInt(index));
  if (!whole) throw new LogTrimmed(`partition ${partition} has no entry at offset ${from}`);
  if (entries.length === 0) {
    const { begin, end } = await readBounds(pool, schema, partition);
    if (begin > from || end < from) throw new LogTrimmed(`partition ${partition} goes from ${begin} to ${end}, without ${from}`);
  }
  return entries;
};
