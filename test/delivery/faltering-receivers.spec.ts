import { setTimeout as pause } from 'node:timers/promises';
import { DAY, MINUTE } from '@throughline/kernel';
import { BEGAN, DeliveryByHand, endAll, LOOKS, until } from './delivery-by-hand';

afterEach(endAll);

describe('A webhook whose receiver', () => {
  it('dies in the middle of what it is sent is told of and disabled, and gets the rest when it is enabled', async () => {
    const hand = await DeliveryByHand.start();
    const { delivery, receiver, mail } = hand;
    receiver.diesAfter = 3;
    await delivery.targets.replace('sanctuary', [], receiver.url);
    await hand.raisedTogether('now', 12);
    await until('it has died', async () => receiver.calls.length >= 5 && (await hand.count('webhook', 'delivered')) === 3);
    await hand.moveTo(BEGAN + DAY + 10_000);
    await until('the failing one is told of', () => mail.headers('Subject').includes('Throughline: a system is not taking alerts'));
    await hand.moveTo(BEGAN + 3 * DAY + 10_000);
    await until('it is disabled', async () => (await delivery.targets.disabled()).length === 1);
    await until('all that it did not take is kept', async () => (await hand.count('webhook', 'missed')) === 9);
    expect(await hand.count('webhook', 'failed')).toBe(0);
    receiver.diesAfter = Number.POSITIVE_INFINITY;
    expect(await delivery.enable('sanctuary')).toBe(true);
    await until('all are delivered', async () => (await hand.count('webhook', 'delivered')) === 12);
    expect(new Set(receiver.ids()).size).toBe(12);
  }, 120_000);

  it('asks to be left in peace is not called for any message until then, and gets all of them after that', async () => {
    const hand = await DeliveryByHand.start();
    const { delivery, receiver } = hand;
    receiver.status = 429;
    receiver.answerHeaders = { 'retry-after': '1800' };
    await delivery.targets.replace('sanctuary', [], receiver.url);
    await hand.raisedTogether('now', 12);
    await until('it was called', () => receiver.calls.length === 1);
    await hand.moveTo(BEGAN + 29 * MINUTE);
    await pause(6 * LOOKS);
    expect(receiver.calls).toHaveLength(1);
    Object.assign(receiver, { status: 204, answerHeaders: {} });
    await hand.moveTo(BEGAN + 31 * MINUTE);
    await until('all are delivered', async () => (await hand.count('webhook', 'delivered')) === 12);
    expect(receiver.calls).toHaveLength(13);
  }, 120_000);
});

describe('A message that waited while the hub was not there', () => {
  it.each(['webhook', 'mail'])(
    'is tried for three days from its first attempt on, by %s',
    async (channel) => {
      const hand = await DeliveryByHand.start();
      const { delivery, receiver, mail, pool } = hand;
      receiver.status = 503;
      mail.refuses = 451;
      await delivery.targets.replace('sanctuary', [{ address: 'duty@sanctuary.example', service: null }], receiver.url);
      const { mail: [address] = [], webhook } = (await delivery.targets.of(['sanctuary'])).get('sanctuary') ?? {};
      await pool.query(
        `INSERT INTO hub.deliveries (key, channel, target, partnership, agency, reference, notice, planned_at, next_attempt)
       VALUES ('late', $1, $2, 'northgate', 'sanctuary', 'A1', '{}', $3, $3)`,
        [channel, String((channel === 'mail' ? address : webhook)?.number), BEGAN - 4 * DAY],
      );
      const tried = async (): Promise<boolean> =>
        ((await pool.query(`SELECT FROM hub.deliveries WHERE key = 'late' AND attempts > 0`)).rowCount ?? 0) > 0;
      await until('it was tried', tried);
      expect([await hand.count(channel, 'waiting'), hand.gaveUp]).toEqual([1, []]);
      receiver.status = 204;
      mail.refuses = undefined;
      await hand.moveTo(BEGAN + MINUTE);
      await until('it is delivered', async () => (await hand.count(channel, 'delivered')) === 1);
    },
    120_000,
  );
});

describe('A digest', () => {
  it('counts what is still to be looked at, and is not sent where nothing is', async () => {
    const hand = await DeliveryByHand.start();
    const { delivery, mail } = hand;
    await delivery.targets.replace('sanctuary', [{ address: 'duty@sanctuary.example', service: null }], undefined);
    const [first, second, third] = [await hand.raised('know'), await hand.raised('know'), await hand.raised('tidy')];
    await hand.became(first, 'know', 'superseded');
    await hand.became(second, 'know', 'acknowledged');
    await hand.became(third, 'tidy', 'closed');
    await hand.moveTo(Date.parse('2024-03-05T08:00:10Z'));
    await hand.untilTold('digest', 1);
    expect(mail.arrived.at(-1)?.source).toContain('there is 1 thing to know');
    await hand.moveTo(Date.parse('2024-03-11T08:00:10Z'));
    await until(
      'the digests of the week are made',
      async () => (await hand.pool.query(`SELECT FROM hub.digests WHERE day = '2024-03-11'`)).rowCount === 2,
    );
    await pause(6 * LOOKS);
    expect(await hand.count('digest', 'delivered')).toBe(1);
  }, 120_000);
});
