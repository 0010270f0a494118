import { setTimeout as pause } from 'node:timers/promises';
import type { WebhookReceiver } from '@throughline/infra/receivers';
import { DAY, HOUR } from '@throughline/kernel';
import { Webhook } from 'standardwebhooks';
import { pauseAfter } from '../../apps/notifier/delivery/retrying';
import { OVERLAP } from '../../apps/notifier/delivery/targets';
import { BEGAN, DeliveryByHand, endAll, LOOKS, until } from './delivery-by-hand';

afterEach(endAll);

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
    await until('it is missed', async () => (await hand.count('webhook', 'missed')) === 1);
    expect(hand.gaveUp).toEqual([receiver.ids()[0]]);
    expect(await delivery.targets.disabled()).toMatchObject([
      { agency: 'sanctuary', disabledBecause: 'the receiver answered 500', missed: 1 },
    ]);
    expect(await delivery.queue.failed(['northgate'], 10, Number.MAX_SAFE_INTEGER)).toMatchObject([
      { channel: 'webhook', agency: 'sanctuary', state: 'missed', fault: 'the receiver answered 500' },
    ]);
    expect(await delivery.queue.failed(['riverside'], 10, Number.MAX_SAFE_INTEGER)).toEqual([]);

    const calls = receiver.calls.length;
    receiver.status = 204;
    await hand.raised('now');
    await until('the inbox has both', async () => (await hand.count('inbox', 'delivered')) === 2);
    await until('it is missed as well', async () => (await hand.count('webhook', 'missed')) === 2);
    expect(receiver.calls).toHaveLength(calls);
    expect(await delivery.enable('sanctuary')).toBe(true);
    await hand.raised('now');
    await until('all are delivered', async () => (await hand.count('webhook', 'delivered')) === 3);
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

/** The alerts that a receiver was called with, in order. */
const alertsAt = (receiver: WebhookReceiver, from = 0): readonly string[] =>
  receiver.calls.slice(from).map(({ body }) => (JSON.parse(body) as { readonly data: { readonly alert: string } }).data.alert);

describe('A webhook that was disabled and is enabled again', () => {
  it('is sent what it missed in order, under the same keys, and told how much is too old for that', async () => {
    const hand = await DeliveryByHand.start();
    const { delivery, receiver } = hand;
    const webhook = async () => (await delivery.targets.of(['sanctuary'])).get('sanctuary')?.webhook;
    await delivery.targets.replace('sanctuary', [], receiver.url);
    receiver.status = 410;
    const old = await hand.raised('now');
    await until('it is disabled', async () => (await webhook())?.disabledAt === hand.now);
    await until('it is missed', async () => (await hand.count('webhook', 'missed')) === 1);
    await hand.moveTo(BEGAN + 20 * DAY);
    const missed: string[] = [];
    for (let made = 0; made < 30; made += 1) missed.push(await hand.raised('now'));
    await until('all are missed', async () => (await hand.count('webhook', 'missed')) === 31);
    expect(receiver.ids()).toHaveLength(1);
    await hand.moveTo(BEGAN + 31 * DAY);
    receiver.status = 204;
    expect(await delivery.enable('sanctuary')).toBe(true);
    const after = await hand.raised('now');
    await until('all are delivered', async () => (await hand.count('webhook', 'delivered')) === 31);
    expect(alertsAt(receiver, 1)).toEqual([...missed, after]);
    expect(new Set(receiver.ids()).size).toBe(32);
    expect(await webhook()).toMatchObject({ disabledAt: null, missed: 0, notSent: { count: 1, until: BEGAN } });
    expect(await delivery.queue.failed(['northgate'], 10, Number.MAX_SAFE_INTEGER)).toMatchObject([
      { key: receiver.ids()[0], state: 'failed', fault: 'it was missed for longer than 30 days' },
    ]);
    expect(alertsAt(receiver)[0]).toBe(old);
  }, 120_000);

  it('is not disabled by one message that it refuses while it takes the others', async () => {
    const hand = await DeliveryByHand.start();
    const { delivery, receiver } = hand;
    await delivery.targets.replace('sanctuary', [], receiver.url);
    receiver.status = 400;
    await hand.raised('now');
    await until('it was tried', () => receiver.calls.length === 1);
    const [poison] = receiver.ids();
    receiver.refuses = poison;
    receiver.status = 204;
    await hand.moveTo(BEGAN + DAY);
    await hand.raised('now');
    await until('the other is delivered', async () => (await hand.count('webhook', 'delivered')) === 1);
    await hand.moveTo(BEGAN + 4 * DAY);
    await until('it alone has failed', async () => (await hand.count('webhook', 'failed')) === 1);
    expect(await delivery.targets.disabled()).toEqual([]);
    expect(hand.gaveUp).toEqual([poison]);
  }, 120_000);
});

describe('An agency that is not reached', () => {
  it('is told of by mail, to its own people and to whoever runs the hub, and again each week', async () => {
    const hand = await DeliveryByHand.start();
    const { delivery, receiver, mail } = hand;
    receiver.status = 503;
    await delivery.targets.replace('sanctuary', [{ address: 'duty@sanctuary.example', service: 'refuge' }], receiver.url);
    await hand.raised('now');
    await until('it was tried', () => receiver.calls.length === 1);
    await hand.moveTo(BEGAN + DAY + 10_000);
    await hand.untilTold('trouble', 2);
    expect(new Set(mail.arrived.flatMap(({ to }) => to))).toEqual(new Set(['duty@sanctuary.example', 'operator@hub.example']));
    expect(mail.headers('Subject')).toEqual(Array(2).fill('Throughline: a system is not taking alerts'));
    await hand.moveTo(BEGAN + 3 * DAY + 10_000);
    await until('it is disabled', async () => (await delivery.targets.disabled()).length === 1);
    await hand.untilTold('trouble', 4);
    expect(mail.headers('Subject').slice(2)).toEqual(Array(2).fill('Throughline: a system is no longer told of alerts'));
    await hand.moveTo(hand.now + 8 * DAY);
    await hand.untilTold('trouble', 6);
    expect(await delivery.health()).toMatchObject({ webhooksDisabled: 1 });
  }, 120_000);
});

describe('What was told', () => {
  it('is kept for as many days as are set, and what was not delivered, or awaits its digest, for longer', async () => {
    const hand = await DeliveryByHand.start();
    const { delivery, receiver, pool } = hand;
    await delivery.targets.replace('sanctuary', [], receiver.url);
    receiver.status = 410;
    for (let made = 0; made < 600; made += 1) await hand.raised(made % 2 === 0 ? 'act' : 'know', { raisedAt: BEGAN - DAY });
    const undelivered = await hand.raised('now');
    await until('it is missed', async () => (await hand.count('webhook', 'missed')) === 1);
    const tidy = await hand.raised('tidy');
    await until('all are told', async () => (await hand.count('events', 'delivered')) === 602);
    const rows = async (table: string): Promise<number> =>
      Number((await pool.query<{ count: string }>(`SELECT count(*) FROM hub.${table}`)).rows[0]?.count ?? 0);
    // As if nobody had gathered the digest: what it will tell stays.
    await pool.query(
      `INSERT INTO hub.digests SELECT 'tidy', to_char(d, 'YYYY-MM-DD') FROM generate_series('2024-03-01'::date, '2024-06-01', '1 day') d ON CONFLICT DO NOTHING`,
    );
    await pool.query(`UPDATE hub.alert_events SET written_at = to_timestamp($1::float8 / 1000)`, [BEGAN]);
    await hand.moveTo(BEGAN + 41 * DAY);
    const later = await hand.raised('act');
    await until('only what is newer, undelivered or awaited is left', async () => {
      hand.now += 10_000;
      return (
        (await rows(`deliveries WHERE channel <> 'trouble'`)) === 3 &&
        (await rows('alert_events')) === 1 &&
        (await rows('alert_changes')) === 2
      );
    });
    const { rows: left } = await pool.query<{ notice: string; state: string }>(
      `SELECT notice, state FROM hub.deliveries WHERE channel <> 'trouble' ORDER BY number`,
    );
    expect(left.map(({ notice, state }) => [(JSON.parse(notice) as { alert: string }).alert, state])).toEqual([
      [undelivered, 'missed'],
      [later, 'delivered'],
      [later, 'delivered'],
    ]);
    const changes = await pool.query<{ alert: string }>('SELECT alert FROM hub.alert_changes ORDER BY number');
    expect(changes.rows.map(({ alert }) => alert)).toEqual([tidy, later]);
    const told = await pool.query('SELECT partnership, position::int, ordinal FROM hub.alert_changes_trimmed');
    expect(told.rows).toEqual([{ partnership: 'northgate', position: 601, ordinal: 0 }]);
    const reached = await pool.query('SELECT number::int, trimmed::int FROM hub.alert_events_reached');
    expect(reached.rows).toEqual([{ number: 603, trimmed: 602 }]);
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
    await pause(6 * LOOKS);
    expect(keys()).toHaveLength(1);
    await hand.moveTo(Date.parse('2024-03-05T08:00:10Z'));
    await hand.untilTold('digest', 1);
    expect(mail.arrived.at(-1)?.source).toContain('there are 2 things to know');
    await hand.moveTo(Date.parse('2024-03-11T08:00:10Z'));
    await hand.untilTold('digest', 2);
    expect(mail.arrived.at(-1)?.source).toContain('there is 1 thing to put right');
    await pause(6 * LOOKS);
    expect(keys()).toHaveLength(3);
  }, 120_000);
});
