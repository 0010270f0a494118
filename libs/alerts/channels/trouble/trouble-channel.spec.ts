import { MailServer } from '@throughline/infra/receivers';
import type { Message, TroubleNotice } from '../channel';
import { channelContract } from '../contract';
import { createMailer } from '../mail/mailer';
import { messageTo } from '../testing/messages';
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

channelContract<TroubleNotice>('trouble', async () => {
  const server = new MailServer();
  await server.start();
  const mailer = createMailer(server.url, 'hub@throughline.example');
  return {
    channel: new TroubleChannel(mailer, 'https://hub.example'),
    message: trouble,
    held: async () => [...new Set(server.headers('X-Idempotency-Key'))],
    told: async () => server.arrived.map(({ source }) => source).join('\n'),
    away: () => server.stop(),
    back: () => server.start(),
    close: async () => {
      mailer.close();
      await server.stop();
    },
  };
});

describe('Mail about what does not arrive', () => {
  it('says to its agency, and to whoever runs the hub, what is the matter and since when', async () => {
    const server = new MailServer();
    await server.start();
    const channel = new TroubleChannel(createMailer(server.url, 'hub@throughline.example'), 'https://hub.example');
    await channel.deliver(trouble());
    await channel.deliver(trouble({ kind: 'failing', reader: 'operator' }));
    const [own = '', operators = ''] = server.arrived.map(({ source }) => source.slice(source.indexOf('\r\n\r\n')).replaceAll('=\r\n', ''));
    expect(own).toContain('no longer told of alerts by the hub. Its webhook was disabled at 2024-03-04 09:00 UTC');
    expect(own).toContain('https://hub.example/my-work');
    expect(operators).toContain('The system of the agency sanctuary has not taken messages from the hub since 2024-03-04 09:00 UTC');
    expect(operators).toContain('https://hub.example/deliveries');
    await server.stop();
  }, 30_000);
});
