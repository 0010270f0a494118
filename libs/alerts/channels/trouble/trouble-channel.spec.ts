import type { Message, TroubleNotice } from '../channel';
import { channelContract } from '../contract';
import { messageTo } from '../testing/messages';
import { HUB, PostOffice } from '../testing/post-office';
import { TroubleChannel } from './trouble-channel';

let made = 0;

const trouble = (notice: Partial<TroubleNotice> = {}): Message<TroubleNotice> => {
  made += 1;
  return {
    ...messageTo({ name: '7', address: 'duty@sanctuary.example' }),
    key: `webhook-disabled.${made}`,
    notice: { kind: 'disabled', agency: 'sanctuary', since: '2024-03-04T09:00:00.000Z', reader: 'agency', ...notice },
  };
};

const open = (...parts: ConstructorParameters<typeof TroubleChannel>): TroubleChannel => new TroubleChannel(...parts);

channelContract<TroubleNotice>('trouble', () => PostOffice.harness(open, trouble));

describe('Mail about what does not arrive', () => {
  it('says to its agency, and to whoever runs the hub, what is the matter and since when', async () => {
    const office = await PostOffice.open(open);
    await office.channel.deliver(trouble());
    await office.channel.deliver(trouble({ kind: 'failing', reader: 'operator' }));
    const [own = '', operators = ''] = office.texts();
    expect(own).toContain('no longer told of alerts by the hub. Its webhook was disabled at 2024-03-04 09:00 UTC');
    expect(own).toContain(`${HUB}/my-work`);
    expect(operators).toContain('The system of the agency sanctuary has not taken messages from the hub since 2024-03-04 09:00 UTC');
    expect(operators).toContain(`${HUB}/deliveries`);
    await office.close();
  }, 30_000);
});
