import { DAY, Fault, parseInstant } from '@throughline/kernel';
import { is, recordRetracted } from '@throughline/records';
import type { Pool } from 'pg';
import type { NewRecord } from './decision';

/** Who was shown a record cannot be looked up just now: its retraction waits, since it must reach them. */
export class ReadersUnavailable extends Fault {
  readonly retriable = true;
  readonly status = 503;
}

/** A clock may be so much ahead of the database's. */
const MARGIN = DAY;

interface Row {
  readonly position: bigint | string;
  readonly agencies: readonly string[];
}

const isOfWrongPerson = ({ record: { type, data } }: NewRecord): boolean => {
  const recorded = { type, data } as unknown as Parameters<typeof is>[1];
  return is(recordRetracted, recorded) && recorded.data.reason === 'wrong-person';
};

/**
 * Finds who read what is taken back as of the wrong person, from the log of disclosures. No rule may read that log: it goes on growing,
 * and a replay would not judge as was judged. So the answer goes on the log with the retraction itself, as a facet of it.
 */
export class Readers {
  constructor(private readonly pool: Pool) {}

  /** The records with whom a retraction must reach. Fails with `ReadersUnavailable`. */
  async toldOf(fresh: readonly NewRecord[]): Promise<readonly NewRecord[]> {
    const asked = fresh.filter((candidate) => candidate.retracted !== undefined && isOfWrongPerson(candidate));
    if (asked.length === 0) return fresh;
    const found = new Map<NewRecord, readonly string[]>();
    for (const candidate of asked) found.set(candidate, await this.of(candidate));
    return fresh.map((candidate) => {
      const shownTo = found.get(candidate) ?? [];
      return shownTo.length === 0 ? candidate : { ...candidate, facets: { ...candidate.facets, shownTo } };
    });
  }

  /** The agencies, but for the record's own, that were shown it: by now, or by when an imported retraction was made. */
  private async of({ place, record, retracted }: NewRecord): Promise<readonly string[]> {
    const { position = 0n, recordedtime } = retracted ?? {};
    try {
      const { rows } = await this.pool.query<Row>(
        `SELECT coalesce(array_agg(DISTINCT agency), '{}') AS agencies FROM hub.disclosures
          WHERE partnership = $1 AND outcome = 'shown' AND agency <> $2 AND positions @> ARRAY[$3::bigint]
            AND at >= to_timestamp($4::float8 / 1000) AND ($5::float8 IS NULL OR at <= to_timestamp($5::float8 / 1000))`,
        [
          place.partnership,
          record.agency,
          position,
          (recordedtime === undefined ? MARGIN : (parseInstant(recordedtime) ?? MARGIN)) - MARGIN,
          record.recordedtime === undefined ? null : (parseInstant(record.recordedtime) ?? null),
        ],
      );
      return [...(rows[0]?.agencies ?? [])].sort();
    } catch (cause) {
      throw new ReadersUnavailable('who was shown the record cannot be looked up just now', { cause });
    }
  }
}
