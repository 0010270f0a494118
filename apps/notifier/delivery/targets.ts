import type { Target } from '@throughline/alerts';
import { HOUR } from '@throughline/kernel';
import { openBox, sealBox } from '@throughline/seal';
import type { Pool, PoolClient } from 'pg';

/** The name under which messages go to whoever runs the hub. */
export const OPERATOR = 'operator';

/** For so long a rotated webhook secret signs beside the new one. */
export const OVERLAP = 24 * HOUR;

/** A mail address of an agency, of one service where it names one. */
export interface MailTarget {
  readonly number: number;
  readonly address: string;
  readonly service: string | null;
}

/** An agency's webhook as it stands. */
export interface WebhookTarget {
  readonly number: number;
  readonly url: string;
  readonly formerUntil: number | null;
  readonly disabledAt: number | null;
  readonly disabledBecause: string | null;
  /** Messages that are kept until it is enabled again. */
  readonly missed: number;
  /** Messages that were missed for so long that they are not sent any more, and when the last of them was due. */
  readonly notSent: { readonly count: number; readonly until: number } | null;
}

export interface AgencyTargets {
  readonly mail: readonly MailTarget[];
  readonly webhook: WebhookTarget | undefined;
}

interface Row {
  readonly number: bigint;
  readonly agency: string;
  readonly channel: string;
  readonly service: string | null;
  readonly address: string;
  readonly secret: Buffer | null;
  readonly former_secret: Buffer | null;
  readonly former_until: bigint | null;
  readonly disabled_at: bigint | null;
  readonly disabled_because: string | null;
  readonly not_sent: bigint;
  readonly not_sent_until: bigint | null;
  readonly missed: bigint;
}

const SELECT = `SELECT t.*, CASE WHEN t.channel = 'webhook' THEN
  (SELECT count(*) FROM hub.deliveries d WHERE d.channel = t.channel AND d.target = t.number::text AND d.state = 'missed') ELSE 0 END AS missed
  FROM hub.channel_targets t`;

const numberOrNull = (value: bigint | null): number | null => (value === null ? null : Number(value));

const webhookOf = (row: Row): WebhookTarget => ({
  number: Number(row.number),
  url: row.address,
  formerUntil: numberOrNull(row.former_until),
  disabledAt: numberOrNull(row.disabled_at),
  disabledBecause: row.disabled_because,
  missed: Number(row.missed),
  notSent: row.not_sent_until === null ? null : { count: Number(row.not_sent), until: Number(row.not_sent_until) },
});

/** Where agencies want to be told. The secrets of webhooks are kept sealed under the hub's own key. */
export class ChannelTargets {
  /** Where whoever runs the hub is told of what cannot be delivered; undefined where that was not said. */
  readonly operator: Target | undefined;

  /**
   * @param key 32 bytes
   * @param operatorMail the address of whoever runs the hub
   */
  constructor(
    private readonly pool: Pool,
    private readonly key: Buffer,
    private readonly random: (bytes: number) => Buffer,
    operatorMail?: string,
  ) {
    this.operator = operatorMail === undefined ? undefined : { name: OPERATOR, address: operatorMail };
  }

  async of(agencies: readonly string[], through: Pool | PoolClient = this.pool): Promise<ReadonlyMap<string, AgencyTargets>> {
    const { rows } = await through.query<Row>(`${SELECT} WHERE t.agency = ANY($1) ORDER BY t.number`, [agencies]);
    return new Map(
      agencies.map((agency) => {
        const own = rows.filter((row) => row.agency === agency);
        const webhook = own.find(({ channel }) => channel === 'webhook');
        const mail = own.filter(({ channel }) => channel === 'mail');
        return [
          agency,
          {
            mail: mail.map(({ number, address, service }) => ({ number: Number(number), address, service })),
            webhook: webhook === undefined ? undefined : webhookOf(webhook),
          },
        ];
      }),
    );
  }

  /** What to connect to and sign with, by the targets' numbers; those that were taken away are left out. */
  async open(numbers: readonly number[], now: number): Promise<ReadonlyMap<string, Target | 'disabled'>> {
    const { rows } = await this.pool.query<Row>('SELECT * FROM hub.channel_targets WHERE number = ANY($1)', [numbers]);
    return new Map(
      rows.map((row): [string, Target | 'disabled'] => {
        if (row.disabled_at !== null) return [String(row.number), 'disabled'];
        const former = row.former_until !== null && Number(row.former_until) > now ? row.former_secret : null;
        const secrets = [row.secret, former].flatMap((box) => (box === null ? [] : [this.opened(row.agency, box)]));
        return [String(row.number), { name: String(row.number), address: row.address, ...(secrets.length === 0 ? {} : { secrets }) }];
      }),
    );
  }

  /** Takes the place of all that the agency gave before. Answers the new secret, where there is a webhook that had none. */
  async replace(
    agency: string,
    mail: readonly { readonly address: string; readonly service: string | null }[],
    url: string | undefined,
  ): Promise<string | undefined> {
    const services = mail.map(({ service }) => service);
    const addresses = mail.map(({ address }) => address);
    await this.pool.query(
      `DELETE FROM hub.channel_targets t WHERE agency = $1 AND channel = 'mail' AND NOT EXISTS (
         SELECT FROM unnest($2::text[], $3::text[]) AS w(service, address) WHERE w.address = t.address AND w.service IS NOT DISTINCT FROM t.service)`,
      [agency, services, addresses],
    );
    await this.pool.query(
      `INSERT INTO hub.channel_targets (agency, channel, service, address)
       SELECT DISTINCT $1, 'mail', w.service, w.address FROM unnest($2::text[], $3::text[]) AS w(service, address) WHERE NOT EXISTS (
         SELECT FROM hub.channel_targets t WHERE t.agency = $1 AND t.channel = 'mail' AND w.address = t.address AND w.service IS NOT DISTINCT FROM t.service)`,
      [agency, services, addresses],
    );
    if (url === undefined) {
      await this.pool.query(`DELETE FROM hub.channel_targets WHERE agency = $1 AND channel = 'webhook'`, [agency]);
      return undefined;
    }
    const moved = await this.pool.query(`UPDATE hub.channel_targets SET address = $2 WHERE agency = $1 AND channel = 'webhook'`, [
      agency,
      url,
    ]);
    if (moved.rowCount !== 0) return undefined;
    const secret = this.freshSecret();
    const made = await this.pool.query(
      `INSERT INTO hub.channel_targets (agency, channel, address, secret) VALUES ($1, 'webhook', $2, $3) ON CONFLICT DO NOTHING`,
      [agency, url, this.sealed(agency, secret)],
    );
    return made.rowCount === 0 ? undefined : secret;
  }

  async remove(agency: string): Promise<void> {
    await this.pool.query('DELETE FROM hub.channel_targets WHERE agency = $1', [agency]);
  }

  /** A new secret; the former one signs beside it until the overlap is over. Undefined where the agency has no webhook. */
  async rotate(agency: string, now: number): Promise<{ readonly secret: string; readonly formerUntil: number } | undefined> {
    const secret = this.freshSecret();
    const formerUntil = now + OVERLAP;
    const { rowCount } = await this.pool.query(
      `UPDATE hub.channel_targets SET former_secret = secret, former_until = $3, secret = $2 WHERE agency = $1 AND channel = 'webhook'`,
      [agency, this.sealed(agency, secret), formerUntil],
    );
    return rowCount === 0 ? undefined : { secret, formerUntil };
  }

  /** The target took a message. */
  async took(number: number, now: number): Promise<void> {
    await this.pool.query('UPDATE hub.channel_targets SET taken_at = $2 WHERE number = $1', [number, now]);
  }

  /** Answers false where the target has taken another message after an instant: then it is the message that it does not take. */
  async disable(number: number, because: string, now: number, since: number): Promise<boolean> {
    const { rowCount } = await this.pool.query(
      `UPDATE hub.channel_targets SET disabled_at = coalesce(disabled_at, $2), disabled_because = coalesce(disabled_because, $3)
        WHERE number = $1 AND coalesce(taken_at, 0) <= $4`,
      [number, now, because, since],
    );
    return rowCount !== 0;
  }

  /** Every webhook that is disabled. */
  async disabled(): Promise<readonly (WebhookTarget & { readonly agency: string })[]> {
    const { rows } = await this.pool.query<Row>(`${SELECT} WHERE t.disabled_at IS NOT NULL ORDER BY t.disabled_at`);
    return rows.map((row) => ({ ...webhookOf(row), agency: row.agency }));
  }

  private freshSecret(): string {
    return `whsec_${this.random(32).toString('base64')}`;
  }

  private sealed(agency: string, secret: string): Buffer {
    return sealBox(this.key, `webhook secret of ${agency}`, secret);
  }

  private opened(agency: string, box: Buffer): string {
    const secret = openBox(this.key, `webhook secret of ${agency}`, box);
    if (secret === undefined) throw new Error('a webhook secret does not open');
    return secret.toString('utf8');
  }
}
