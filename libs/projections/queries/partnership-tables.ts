import { refNumber, type RefToken, refToken } from '@throughline/kernel';
import type { Pool } from 'pg';
import type { Cut } from './cut';
import { type HeldRecord, heldRecord, type RecordRow } from './held-record';

type Number64 = bigint | string;

/** The tables of one partnership as they stood at a cut. Nothing is opened here. */
export class PartnershipTables {
  constructor(
    private readonly pool: Pool,
    readonly cut: Cut,
  ) {}

  /** The references of each person to whom one of these belongs, the earliest first. References that were not there yet are left out. */
  async personsOf(refs: readonly RefToken[]): Promise<readonly (readonly RefToken[])[]> {
    const { schema, partnership } = this.cut;
    const { rows } = await this.pool.query<{ ref: Number64; person: Number64 }>(
      `SELECT m.ref, m.person
         FROM (SELECT DISTINCT n.person FROM ${schema}.memberships n ${this.stood('n')}
                AND n.partnership = $1 AND n.ref = ANY($2::bigint[])) p
         JOIN ${schema}.memberships m ON m.person = p.person ${this.stood('m').replace('WHERE', 'AND')} AND m.partnership = $1
        ORDER BY m.seen`,
      [partnership, refs.map(refNumber), this.cut.size, ...(this.cut.latest === undefined ? [] : [this.cut.latest])],
    );
    const persons = new Map<string, RefToken[]>();
    for (const row of rows) {
      const person = String(row.person);
      const own = persons.get(person) ?? [];
      persons.set(person, own);
      own.push(refToken(Number(row.ref)));
    }
    return [...persons.values()];
  }

  /** References that once belonged to the same person as these, each with the record that parted them. */
  async partedFrom(refs: readonly RefToken[]): Promise<readonly { readonly ref: RefToken; readonly index: number }[]> {
    const { schema, partnership, size } = this.cut;
    const { rows } = await this.pool.query<{ ref: Number64; index: Number64 }>(
      `SELECT DISTINCT m.ref, parted.index
         FROM ${schema}.memberships o
         JOIN ${schema}.memberships m ON m.partnership = $1 AND m.person = o.person AND m.ref <> ALL($2::bigint[])
        CROSS JOIN LATERAL (VALUES (o.until), (m.until)) AS parted(index)
        WHERE o.partnership = $1 AND o.ref = ANY($2::bigint[]) AND parted.index < $3 AND o.since < parted.index AND m.since < parted.index
          AND (o.until IS NULL OR o.until >= parted.index) AND (m.until IS NULL OR m.until >= parted.index)
        ORDER BY parted.index, m.ref`,
      [partnership, refs.map(refNumber), size],
    );
    return rows.map((row) => ({ ref: refToken(Number(row.ref)), index: Number(row.index) }));
  }

  /** The indexes of the records that name each reference. */
  async linksOf(refs: readonly RefToken[]): Promise<ReadonlyMap<RefToken, readonly number[]>> {
    const { rows } = await this.pool.query<{ ref: Number64; index: Number64 }>(
      `SELECT ref, index FROM ${this.cut.schema}.links WHERE partnership = $1 AND ref = ANY($2::bigint[]) AND index < $3`,
      [this.cut.partnership, refs.map(refNumber), this.cut.size],
    );
    const links = new Map<RefToken, number[]>();
    for (const row of rows) {
      const ref = refToken(Number(row.ref));
      const own = links.get(ref) ?? [];
      links.set(ref, own);
      own.push(Number(row.index));
    }
    return links;
  }

  /** Records by their indexes; those that were not there yet are left out. */
  async records(indexes: readonly number[]): Promise<readonly HeldRecord[]> {
    if (indexes.length === 0) return [];
    const { rows } = await this.pool.query<RecordRow>(
      `SELECT index, position, log_time, body FROM ${this.cut.schema}.records
        WHERE partnership = $1 AND index = ANY($2::bigint[]) AND log_time <= $3`,
      [this.cut.partnership, indexes, this.cut.latest ?? Number.MAX_SAFE_INTEGER],
    );
    return rows.flatMap((row) => heldRecord(row) ?? []);
  }

  /** The position of the last record of the cut. */
  async lastPosition(): Promise<number> {
    const { schema, partnership, size } = this.cut;
    const { rows } = await this.pool.query<{ position: Number64 }>(
      `SELECT position FROM ${schema}.records WHERE partnership = $1 AND index = $2`,
      [partnership, size - 1],
    );
    return Number(rows[0]?.position ?? 0);
  }

  /** References that left one of these tokens, whenever that was. */
  async tracedBy(tokens: readonly string[]): Promise<ReadonlyMap<string, readonly RefToken[]>> {
    if (tokens.length === 0) return new Map();
    const { rows } = await this.pool.query<{ token: Buffer; ref: Number64 }>(
      `SELECT token, ref FROM ${this.cut.schema}.traces WHERE partnership = $1 AND token = ANY($2::bytea[]) ORDER BY token, ref`,
      [this.cut.partnership, tokens.map((token) => Buffer.from(token, 'hex'))],
    );
    const traced = new Map<string, RefToken[]>();
    for (const row of rows) {
      const token = row.token.toString('hex');
      const refs = traced.get(token) ?? [];
      traced.set(token, refs);
      refs.push(refToken(Number(row.ref)));
    }
    return traced;
  }

  /** Which of these references an open alert is about that is addressed to this agency. */
  async alertedAbout(agency: string, refs: readonly RefToken[]): Promise<ReadonlySet<RefToken>> {
    const { rows } = await this.pool.query<{ about: Number64 }>(
      `SELECT DISTINCT about FROM ${this.cut.schema}.alerts
        WHERE partnership = $1 AND agency = $2 AND about = ANY($3::bigint[]) AND status IN ('open', 'acknowledged', 'escalated')`,
      [this.cut.partnership, agency, refs.map(refNumber)],
    );
    return new Set(rows.map((row) => refToken(Number(row.about))));
  }

  /** That a membership held at the cut: it had begun, and had not ended. */
  private stood(m: string): string {
    const { schema, latest } = this.cut;
    if (latest === undefined) return `WHERE ${m}.since < $3 AND (${m}.until IS NULL OR ${m}.until >= $3)`;
    const happened = (index: string): string =>
      `(${index} < $3 AND EXISTS (SELECT FROM ${schema}.records r WHERE r.partnership = ${m}.partnership AND r.index = ${index} AND r.log_time <= $4))`;
    return `WHERE ${happened(`${m}.since`)} AND (${m}.until IS NULL OR NOT ${happened(`${m}.until`)})`;
  }
}
