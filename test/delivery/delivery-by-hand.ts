import { randomBytes } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { Disclosures } from '@throughline/access';
import { createMailer, DigestChannel, MailChannel, TroubleChannel, WebhookChannel } from '@throughline/alerts';
import { testDatabase } from '@throughline/infra/postgres';
import { MailServer, WebhookReceiver } from '@throughline/infra/receivers';
import { createPool } from '@throughline/platform';
import { createStanding } from '@throughline/projections';
import type { Pool } from 'pg';
import { Delivery } from '../../apps/notifier/delivery/delivery';

/** Monday 4 March 2024, 12:00 in London. */
export const BEGAN = Date.parse('2024-03-04T12:00:00Z');

/** Milliseconds after which delivery looks again. */
export const LOOKS = 100;

const started: DeliveryByHand[] = [];

/** Ends what a test began; whatever begins some calls it after each. */
export const endAll = async (): Promise<void> => {
  for (const hand of started.splice(0)) await hand.stop();
};

/** What the projector leaves of an alert. */
interface Change {
  readonly alert: string;
  readonly item: string;
  readonly change: 'raised' | 'changed';
  /** Its class. */
  readonly kind: string;
  readonly status: string;
  readonly raisedAt: number;
}

/** Delivery over a real database and real receivers, with a clock that is moved by hand. */
export class DeliveryByHand {
  now = BEGAN;
  private position = 0;
  readonly gaveUp: string[] = [];

  private constructor(
    readonly pool: Pool,
    readonly receiver: WebhookReceiver,
    readonly mail: MailServer,
    private readonly drop: () => Promise<void>,
  ) {}

  private opened: Delivery | undefined;
  private waking = Promise.resolve();
  private isOver = false;

  get delivery(): Delivery {
    if (this.opened === undefined) throw new Error('it was not started');
    return this.opened;
  }

  static async start(): Promise<DeliveryByHand> {
    const database = await testDatabase();
    const pool = createPool({ url: database.url, name: 'retrying spec', max: 12 });
    await pool.query(createStanding);
    const [receiver, mail] = [new WebhookReceiver(), new MailServer()];
    await Promise.all([receiver.start(), mail.start()]);
    const hand = new DeliveryByHand(pool, receiver, mail, () => database.drop());
    started.push(hand);
    const mailer = createMailer(mail.url, 'hub@throughline.example');
    const now = (): number => hand.now;
    hand.opened = await Delivery.open({
      pool,
      key: randomBytes(32),
      disclosures: new Disclosures(pool),
      channels: [
        new WebhookChannel({ now, allowLoopback: true }),
        new MailChannel(mailer, 'https://hub.example'),
        new DigestChannel(mailer, 'https://hub.example'),
        new TroubleChannel(mailer, 'https://hub.example'),
      ],
      operatorMail: 'operator@hub.example',
      keptDays: 40,
      now,
      random: () => 1,
      randomBytes,
      failed: () => undefined,
      gaveUp: ({ key }) => hand.gaveUp.push(key),
    });
    await pool.query(`INSERT INTO hub.alert_clocks VALUES ('northgate', $1)`, [BEGAN]);
    hand.delivery.start();
    hand.waking = hand.wake();
    return hand;
  }

  /** Says all the time that something changed: what is due on a clock that is moved by hand need not wait until somebody looks. */
  private async wake(): Promise<void> {
    while (!this.isOver) {
      await this.pool.query('NOTIFY throughline_alert_changes');
      await pause(LOOKS);
    }
  }

  /** The projector leaves an alert. */
  async raised(kind: string, more: { readonly raisedAt?: number; readonly item?: string } = {}): Promise<string> {
    const alert = `a-${randomBytes(6).toString('hex')}`;
    await this.leave([{ alert, item: more.item ?? alert, change: 'raised', kind, status: 'open', raisedAt: more.raisedAt ?? this.now }]);
    return alert;
  }

  /** The projector leaves so many alerts in one transaction. */
  async raisedTogether(kind: string, count: number): Promise<void> {
    const alerts = Array.from({ length: count }, () => `a-${randomBytes(6).toString('hex')}`);
    await this.leave(alerts.map((alert) => ({ alert, item: alert, change: 'raised', kind, status: 'open', raisedAt: this.now })));
  }

  /** The projector leaves what became of an alert. */
  async became(alert: string, kind: string, status: string): Promise<void> {
    await this.leave([{ alert, item: alert, change: 'changed', kind, status, raisedAt: this.now }]);
  }

  private async leave(changes: readonly Change[]): Promise<void> {
    await this.pool.query(
      `INSERT INTO hub.alert_changes (partnership, at, change, alert, item, safeguard, class, agency, service, status, raised_at)
       SELECT 'northgate', w.at, w.change, w.alert, w.item, 'sanctuary-referral', w.class, 'sanctuary', 'sanctuary', w.status, w.raised_at
         FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::bigint[])
           AS w(at, change, alert, item, class, status, raised_at)`,
      [
        changes.map((_change, place) => `${this.position + place + 1}-0`),
        changes.map(({ change }) => change),
        changes.map(({ alert }) => alert),
        changes.map(({ item }) => item),
        changes.map(({ kind }) => kind),
        changes.map(({ status }) => status),
        changes.map(({ raisedAt }) => raisedAt),
      ],
    );
    this.position += changes.length;
  }

  /** How many messages of a channel are in a state. */
  async count(channel: string, state: string): Promise<number> {
    const { rowCount } = await this.pool.query('SELECT FROM hub.deliveries WHERE channel = $1 AND state = $2', [channel, state]);
    return rowCount ?? 0;
  }

  /** Moves the clock, once nothing is under way that began before. */
  async moveTo(now: number): Promise<void> {
    await until('nothing is under way', async () => {
      const { rowCount } = await this.pool.query(
        `SELECT FROM hub.deliveries WHERE state = 'waiting' AND (leased_until > 0 OR next_attempt <= $1)
          UNION ALL SELECT FROM hub.alert_changes WHERE NOT planned`,
        [this.now],
      );
      return rowCount === 0;
    });
    this.now = now;
  }

  /** Waits until so many messages of a channel are delivered; the clock goes on, so that an attempt that failed is followed by another. */
  async untilTold(channel: string, count: number): Promise<void> {
    await until(`${count} messages are delivered by ${channel}`, async () => {
      this.now += 100;
      return (await this.count(channel, 'delivered')) === count;
    });
  }

  async stop(): Promise<void> {
    this.isOver = true;
    await this.waking;
    await this.delivery.stop();
    await Promise.all([this.receiver.stop(), this.mail.stop()]);
    await this.pool.end();
    await this.drop();
  }
}

/** Waits until it holds. */
export const until = async (what: string, holds: () => boolean | Promise<boolean>): Promise<void> => {
  for (const end = Date.now() + 60_000; Date.now() < end;) {
    if (await holds()) return;
    await pause(50);
  }
  throw new Error(`it never came about that ${what}`);
};
