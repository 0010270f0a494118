import { randomBytes } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { Disclosures } from '@throughline/access';
import { createMailer, DigestChannel, MailChannel, WebhookChannel } from '@throughline/alerts';
import { testDatabase } from '@throughline/infra/postgres';
import { MailServer, WebhookReceiver } from '@throughline/infra/receivers';
import { DAY, HOUR } from '@throughline/kernel';
import { createPool } from '@throughline/platform';
import { createStanding } from '@throughline/projections';
import type { Pool } from 'pg';
import { Webhook } from 'standardwebhooks';
import { Delivery } from '../../apps/notifier/delivery/delivery';
import { pauseAfter } from '../../apps/notifier/delivery/retrying';
import { OVERLAP } from '../../apps/notifier/delivery/targets';

/** Monday 4 March 2024, 12:00 in London. */
const BEGAN = Date.parse('2024-03-04T12:00:00Z');

/** Whatever a test began, it ends. */
const started: DeliveryByHand[] = [];
afterEach(async () => {
  for (const hand of started.splice(0)) await hand.stop();
});

/** Delivery over a real database and real receivers, with a clock that is moved by hand. */
class DeliveryByHand {
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
      ],
      now,
      random: () => 1,
      randomBytes,
      failed: () => undefined,
      gaveUp: ({ key }) => hand.gaveUp.push(key),
    });
    await pool.query(`INSERT INTO hub.alert_clocks VALUES ('northgate', $1)`, [BEGAN]);
    hand.delivery.start();
    return hand;
  }

  /** The projector leaves an alert. */
  async raised(kind: string, more: { readonly raisedAt?: number; readonly item?: string } = {}): Promise<string> {
    const alert = `a-${randomBytes(6).toString('hex')}`;
    this.position += 1;
    await this.pool.query(
      `INSERT INTO hub.alert_changes (partnership, at, change, alert, item, safeguard, class, agency, service, status, raised_at)
       VALUES ('northgate', $1, 'raised', $2, $3, 'sanctuary-referral', $4, 'sanctuary', 'sanctuary', 'open', $5)`,
      [`${this.position}-0`, alert, more.item ?? alert, kind, more.raisedAt ?? this.now],
    );
    return alert;
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
    await this.delivery.stop();
    await Promise.all([this.receiver.stop(), this.mail.stop()]);
    await this.pool.end();
    await this.drop();
  }
}

const until = async (what: string, holds: () => boolean | Promise<boolean>): Promise<void> => {
  for (const end = Date.now() + 60_000; Date.now() < end; await pause(50)) if (await holds()) return;
  throw new Error(`it never came about that ${what}`);
};

describe('A message that is not taken', () => {
  it('is tried again after pauses that double, shortened by up to a half, and no longer than six hours', () => {
    expect([1, 2, 3, 4].map((attempts) => pauseAfter('webhook', attempts, 1))).toEqual([5_000, 10_000, 20_000, 40_000]);
    expect(pauseAfter('webhook', 3, 0)).toBe(10_000);
    expect(pauseAfter('webhook', 1_000, 1)).toBe(6 * HOUR);
    expect(pauseAfter('inbox', 1_000, 1)).toBe(5_000);
  });

  it('is given up after three days: the webhook is disabled, it is listed, and it is enabled again by its agency', async () => {
    const hand = await DeliveryByHand.start();
    const { delivery, receiver } = hand;
    receiver.status = 500;
    await delivery.targets.replace('sanctuary', [], receiver.url);
    await hand.raised('now');
    await until('it was tried', () => receiver.calls.length === 1);
    for (let hours = 0; hours < 66; hours += 6) {
      const before = receiver.calls.length;
      await hand.moveTo(hand.now + 6 * HOUR);
      await until('it was tried again', () => receiver.calls.length > before);
    }
    expect(hand.gaveUp).toEqual([]);
    expect(new Set(receiver.ids()).size).toBe(1);
    await hand.moveTo(BEGAN + 3 * DAY + 1_000);
    await until('it was given up', async () => (await delivery.targets.disabled()).length === 1);
    await until('it has failed', async () => (await hand.count('webhook', 'failed')) === 1);
    expect(hand.gaveUp).toEqual([receiver.ids()[0]]);
    expect(await delivery.targets.disabled()).toMatchObject([{ agency: 'sanctuary', disabledBecause: 'the receiver answered 500' }]);
    expect(await delivery.queue.failed(['northgate'], 10, Number.MAX_SAFE_INTEGER)).toMatchObject([
      { channel: 'webhook', agency: 'sanctuary', fault: 'the receiver answered 500' },
    ]);
    expect(await delivery.queue.failed(['riverside'], 10, Number.MAX_SAFE_INTEGER)).toEqual([]);

    const calls = receiver.calls.length;
    receiver.status = 204;
    await hand.raised('now');
    await until('the inbox has both', async () => (await hand.count('inbox', 'delivered')) === 2);
    expect(receiver.calls).toHaveLength(calls);
    expect(await delivery.targets.enable('sanctuary')).toBe(true);
    await hand.raised('now');
    await until('the next is delivered', async () => (await hand.count('webhook', 'delivered')) === 1);
  }, 120_000);

  it('is signed with the former secret too, until the overlap is over', async () => {
    const hand = await DeliveryByHand.start();
    const { delivery, receiver } = hand;
    const first = (await delivery.targets.replace('sanctuary', [], receiver.url)) ?? '';
    const second = (await delivery.targets.rotate('sanctuary', hand.now))?.secret ?? '';
    expect(second).not.toBe(first);
    const signedBy = async (): Promise<readonly boolean[]> => {
      const before = receiver.calls.length;
      await hand.raised('now');
      await until('it is called', () => receiver.calls.length > before);
      const { headers, body } = receiver.calls.at(-1) ?? { headers: {}, body: '' };
      const at = new Date(Number(headers['webhook-timestamp']) * 1_000);
      const signatures = String(headers['webhook-signature']).split(' ');
      return [first, second].map((secret) => signatures.includes(new Webhook(secret).sign(String(headers['webhook-id']), at, body)));
    };
    expect(await signedBy()).toEqual([true, true]);
    await hand.moveTo(hand.now + OVERLAP);
    expect(await signedBy()).toEqual([false, true]);
  }, 120_000);
});

describe('Mail', () => {
  it('tells of one item once, and of what is to know in one digest on the next working day at eight', async () => {
    const hand = await DeliveryByHand.start();
    const { delivery, mail } = hand;
    await delivery.targets.replace('sanctuary', [{ address: 'duty@sanctuary.example', service: null }], undefined);
    await hand.raised('know', { raisedAt: BEGAN - 1 });
    await hand.raised('know');
    await hand.raised('know');
    await hand.raised('tidy');
    await hand.raised('now', { item: 'one' });
    await hand.raised('now', { item: 'one' });
    await until('all are in the inbox', async () => (await hand.count('inbox', 'delivered')) === 6);
    await hand.untilTold('mail', 1);
    const keys = (): readonly string[] => [...new Set(mail.headers('X-Idempotency-Key'))];
    expect(keys()).toEqual(['one.raised']);
    await hand.moveTo(Date.parse('2024-03-05T07:59:50Z'));
    await pause(1_500);
    expect(keys()).toHaveLength(1);
    await hand.moveTo(Date.parse('2024-03-05T08:00:10Z'));
    await hand.untilTold('digest', 1);
    expect(mail.arrived.at(-1)?.source).toContain('there are 2 things to know');
    await hand.moveTo(Date.parse('2024-03-11T08:00:10Z'));
    await hand.untilTold('digest', 2);
    expect(mail.arrived.at(-1)?.source).toContain('there is 1 thing to put right');
    await pause(1_500);
    expect(keys()).toHaveLength(3);
  }, 120_000);
});
