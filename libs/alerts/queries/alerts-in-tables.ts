import { type Instant, refNumber, type RefToken, refToken } from '@throughline/kernel';
import type { Alert, Deadline } from '@throughline/safeguards';
import type { Pool } from 'pg';

/** An alert as it stands, with its partnership and the person to whom its reference belongs now. */
export interface KeptAlert {
  readonly partnership: string;
  readonly alert: Alert;
  readonly person: RefToken;
}

/** A place in the order of alerts: when it was raised, then its id, then its partnership. */
export interface AlertPlace {
  readonly raisedAt: Instant;
  readonly id: string;
  readonly partnership: string;
}

/** Which alerts are asked for; what is absent asks for all. */
export interface AlertFilter {
  readonly agency?: string;
  readonly status?: readonly string[];
  readonly safeguard?: string;
  /** References of the person that it is about, in one partnership. */
  readonly about?: { readonly partnership: string; readonly refs: readonly RefToken[] };
  /** When it was raised: the first moment and the last. */
  readonly from?: Instant;
  readonly to?: Instant;
}

interface Row {
  readonly partnership: string;
  readonly alert: string;
  readonly person: bigint | string | null;
}

const kept = ({ partnership, alert: text, person }: Row): KeptAlert => {
  const alert = JSON.parse(text) as Alert;
  return { partnership, alert, person: person === null ? alert.about : refToken(Number(person)) };
};

/** Alerts as the projector last wrote them. */
export class AlertsInTables {
  constructor(
    private readonly pool: Pool,
    private readonly schema: string,
  ) {}

  /** Alerts of these partnerships after a place, in the order in which they were raised. */
  async matching(partnerships: readonly string[], filter: AlertFilter, limit: number, after?: AlertPlace): Promise<readonly KeptAlert[]> {
    const { rows } = await this.pool.query<Row>(
      `${this.select()}
        WHERE a.partnership = ANY($1::text[]) AND ($2::text IS NULL OR a.agency = $2) AND ($3::text[] IS NULL OR a.status = ANY($3))
          AND ($4::text IS NULL OR a.safeguard = $4)
          AND ($5::text IS NULL OR (a.partnership = $5 AND a.about = ANY($6::bigint[])))
          AND a.raised_at BETWEEN $7 AND $8
          AND ($9::bigint IS NULL OR (a.raised_at, a.id, a.partnership) > ($9, $10, $11))
        ORDER BY a.raised_at, a.id, a.partnership LIMIT $12`,
      [
        partnerships,
        filter.agency ?? null,
        filter.status ?? null,
        filter.safeguard ?? null,
        filter.about?.partnership ?? null,
        filter.about?.refs.map(refNumber) ?? null,
        filter.from ?? Number.MIN_SAFE_INTEGER,
        filter.to ?? Number.MAX_SAFE_INTEGER,
        after?.raisedAt ?? null,
        after?.id ?? null,
        after?.partnership ?? null,
        limit,
      ],
    );
    return rows.map(kept);
  }

  /** One alert by its id, wherever in these partnerships it is. */
  async byId(partnerships: readonly string[], id: string): Promise<KeptAlert | undefined> {
    const { rows } = await this.pool.query<Row>(`${this.select()} WHERE a.partnership = ANY($1::text[]) AND a.id = $2`, [partnerships, id]);
    return rows.map(kept)[0];
  }

  /** Every alert about these references that was raised by an instant. */
  async about(partnership: string, refs: readonly RefToken[], by: Instant): Promise<readonly KeptAlert[]> {
    const { rows } = await this.pool.query<Row>(
      `${this.select()} WHERE a.partnership = $1 AND a.about = ANY($2::bigint[]) AND a.raised_at <= $3 ORDER BY a.raised_at, a.id`,
      [partnership, refs.map(refNumber), by],
    );
    return rows.map(kept);
  }

  /** Every alert that was sent to an agency about these references by an instant. */
  async sentTo(partnership: string, agency: string, refs: readonly RefToken[], by: Instant): Promise<readonly KeptAlert[]> {
    const { rows } = await this.pool.query<Row>(
      `${this.select()} WHERE a.partnership = $1 AND a.agency = $2 AND a.about = ANY($3::bigint[]) AND a.raised_at <= $4`,
      [partnership, agency, refs.map(refNumber), by],
    );
    return rows.map(kept);
  }

  /** Alerts that fall due by an instant which no record of the log has reached yet. */
  async due(partnership: string, refs: readonly RefToken[], by: Instant): Promise<readonly KeptAlert[]> {
    const { rows } = await this.pool.query<{ deadline: string }>(
      `SELECT deadline FROM ${this.schema}.deadlines WHERE partnership = $1 AND about = ANY($2::bigint[]) AND due <= $3 ORDER BY due, id`,
      [partnership, refs.map(refNumber), by],
    );
    return rows.flatMap((row) => {
      const deadline = JSON.parse(row.deadline) as Deadline;
      if (deadline.kind !== 'raise') return [];
      return [{ partnership, alert: { ...deadline.alert, raisedAt: deadline.due }, person: deadline.about }];
    });
  }

  private select(): string {
    return `SELECT a.partnership, a.alert, m.person FROM ${this.schema}.alerts a
      LEFT JOIN ${this.schema}.memberships m ON m.partnership = a.partnership AND m.ref = a.about AND m.until IS NULL`;
  }
}
