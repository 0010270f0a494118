import { MailServer } from '@throughline/infra/receivers';
import type { DigestNotice, Message } from '../channel';
import { channelContract } from '../contract';
import { messageTo } from '../testing/messages';
import { createMailer } from '../mail/mailer';
import { DigestChannel } from './digest-channel';

let made = 0;

const digest = (alerts = 3): Message<DigestNotice> => {
  made += 1;
  return {
    ...messageTo({ name: '7', address: 'duty@sanctuary.example' }),
    key: `digest.${made}`,
    notice: { kind: 'know', day: '2024-03-05', alerts },
  };
};

channelContract<DigestNotice>('digest', async () => {
  const server = new MailServer();
  await server.start();
  const mailer = createMailer(server.url, 'hub@throughline.example');
  return {
    channel: new DigestChannel(mailer, 'https://hub.example'),
    message: digest,
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

describe('A digest by mail', () => {
  it('says how many there are, of what kind, and where to sign in', async () => {
    const server = new MailServer();
    await server.start();
    const channel = new DigestChannel(createMailer(server.url, 'hub@throughline.example'), 'https://hub.example');
    await channel.deliver(digest(1));
    await channel.deliver({ ...digest(12), notice: { kind: 'tidy', day: '2024-03-04', alerts: 12 } });
    const texts = server.arrived.map(({ source }) => source.slice(source.indexOf('\r\n\r\n')).replaceAll('=\r\n', ''));
    expect(texts[0]).toContain('there is 1 thing to know');
    expect(texts[1]).toContain('there are 12 things to put right');
    for (const text of texts) expect(text).toContain('https://hub.example/my-work');
    await server.stop();
  }, 30_000);
});
