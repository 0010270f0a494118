import { Client } from 'pg';
import type { AlertNotice } from '../channel';
import { channelContract } from '../contract';
import { deliveryDatabase } from '../testing/delivery-database';
import { messageTo } from '../testing/messages';
import { AlertFeed } from './alert-feed';
import { EventsChannel } from './events-channel';

const target = { name: 'sanctuary', address: 'sanctuary' };
const filter = { partnerships: ['northgate'], agency: 'sanctuary' };

channelContract<AlertNotice>('events', async () => {
  const database = await deliveryDatabase();
  const rows = async () => (await database.pool.query<{ key: string }>('SELECT * FROM hub.alert_events')).rows;
  return {
    ...database,
    channel: new EventsChannel(database.pool),
    message: () => messageTo(target),
    held: async () => (await rows()).map(({ key }) => key),
    told: async () => JSON.stringify(await rows()),
  };
});

describe('The stream of events', () => {
  /** Reads until so many events have come, or the time is over. */
  const read = async (feed: AlertFeed, after: number, count: number, more: Partial<typeof filter> = {}) => {
    const seen: { readonly number: number; readonly alert: string }[] = [];
    const signal = AbortSignal.timeout(30_000);
    for await (const step of feed.after(after, { ...filter, ...more }, signal)) {
      const events = 'events' in step ? step.events : [];
      seen.push(...events.map(({ number, notice }) => ({ number, alert: notice.alert })));
      if (seen.length >= count) break;
    }
    return seen;
  };

  it('is read on from any event without a gap and without a repetition, while many write', async () => {
    const database = await deliveryDatabase();
    const channel = new EventsChannel(database.pool);
    const feed = new AlertFeed(database.pool);
    const messages = Array.from({ length: 200 }, () => messageTo(target));
    const reading = read(feed, 0, messages.length);
    await Promise.all(messages.map((message) => channel.deliver(message)));
    const all = await reading;
    expect(all.map(({ alert }) => alert).sort()).toEqual(messages.map(({ notice }) => notice.alert).sort());
    expect(all.map(({ number }) => number)).toEqual(all.map(({ number }) => number).sort((one, other) => one - other));
    const from = all[120]?.number ?? 0;
    expect(await read(feed, from, messages.length - 121)).toEqual(all.slice(121));
    await feed.close();
    await database.close();
  }, 90_000);

  it('never passes over what was written first and committed last', async () => {
    const database = await deliveryDatabase();
    const feed = new AlertFeed(database.pool);
    const slow = new Client({ connectionString: database.pool.options.connectionString });
    await slow.connect();
    await slow.query('BEGIN');
    const first = messageTo(target);
    const second = messageTo(target);
    await new EventsChannel(slow as never).deliver(first);
    const later = new EventsChannel(database.pool).deliver(second);
    const reading = read(feed, 0, 2);
    await new Promise((resolve) => setTimeout(resolve, 300));
    await slow.query('COMMIT');
    expect(await later).toEqual({ result: 'delivered' });
    expect((await reading).map(({ alert }) => alert)).toEqual([first.notice.alert, second.notice.alert]);
    await slow.end();
    await feed.close();
    await database.close();
  }, 90_000);

  it('says so where what followed is not kept any more, and goes on from there', async () => {
    const database = await deliveryDatabase();
    const channel = new EventsChannel(database.pool);
    const feed = new AlertFeed(database.pool);
    const [first, second, third] = [messageTo(target), messageTo(target), messageTo(target)];
    await channel.deliverTogether([first, second, third]);
    await database.pool.query('DELETE FROM hub.alert_events WHERE number <= 2');
    await database.pool.query('UPDATE hub.alert_events_reached SET trimmed = 2');
    const stepsAfter = async (number: number, count: number): Promise<readonly unknown[]> => {
      const steps: unknown[] = [];
      for await (const step of feed.after(number, filter, AbortSignal.timeout(30_000))) {
        steps.push('events' in step ? step.events.map((event) => event.number) : step);
        if (steps.length === 1) await channel.deliver(messageTo(target));
        if (steps.length === count) break;
      }
      return steps;
    };
    expect(await stepsAfter(1, 2)).toEqual([{ resetTo: 3 }, [4]]);
    // Nothing is missing after the last that was trimmed.
    expect(await stepsAfter(2, 2)).toEqual([[3, 4], [5]]);
    // A number from before a restore stands for nothing.
    expect(await stepsAfter(900, 2)).toEqual([{ resetTo: 5 }, [6]]);
    await feed.close();
    await database.close();
  }, 60_000);

  it('shows an agency its own alone', async () => {
    const database = await deliveryDatabase();
    const channel = new EventsChannel(database.pool);
    const feed = new AlertFeed(database.pool);
    const others = { ...messageTo(target), agency: 'police' };
    const elsewhere = { ...messageTo(target), partnership: 'riverside' };
    const own = messageTo(target);
    await channel.deliverTogether([others, elsewhere, own]);
    expect((await read(feed, 0, 1)).map(({ alert }) => alert)).toEqual([own.notice.alert]);
    await feed.close();
    await database.close();
  }, 60_000);
});
