import type { AlertNotice } from '../channel';
import { channelContract } from '../contract';
import { deliveryDatabase } from '../testing/delivery-database';
import { messageTo } from '../testing/messages';
import { InboxChannel } from './inbox-channel';

const target = { name: 'sanctuary', address: 'sanctuary' };

channelContract<AlertNotice>('inbox', async () => {
  const database = await deliveryDatabase();
  const rows = async () => (await database.pool.query<{ alert: string }>('SELECT * FROM hub.inbox')).rows;
  return {
    ...database,
    channel: new InboxChannel(database.pool),
    message: () => messageTo(target),
    held: async () => (await rows()).map(({ alert }) => `${alert}.12-0`),
    told: async () => JSON.stringify(await rows()),
  };
});

describe('The inbox', () => {
  it('shows an alert as it last was, in whatever order its changes arrive', async () => {
    const database = await deliveryDatabase();
    const channel = new InboxChannel(database.pool);
    const raised = messageTo(target);
    const change = (number: number, status: AlertNotice['status']) => ({
      ...raised,
      notice: { ...raised.notice, change: 'changed' as const, status, number: raised.notice.number + number },
    });
    await channel.deliver(change(2, 'closed'));
    await channel.deliverTogether([raised, change(1, 'acknowledged')]);
    const { rows } = await database.pool.query('SELECT alert, status FROM hub.inbox');
    expect(rows).toEqual([{ alert: raised.notice.alert, status: 'closed' }]);
    await database.close();
  }, 60_000);
});
