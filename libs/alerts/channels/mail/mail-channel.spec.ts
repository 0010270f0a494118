import { MailServer } from '@throughline/infra/receivers';
import type { AlertNotice } from '../channel';
import { channelContract } from '../contract';
import { messageTo } from '../testing/messages';
import { MailChannel } from './mail-channel';
import { createMailer } from './mailer';

const target = { name: '7', address: 'duty@sanctuary.example' };

channelContract<AlertNotice>('mail', async () => {
  const server = new MailServer();
  await server.start();
  const mailer = createMailer(server.url, 'hub@throughline.example');
  return {
    channel: new MailChannel(mailer, 'https://hub.example'),
    message: () => messageTo(target),
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

describe('A mail', () => {
  const server = new MailServer();
  let channel: MailChannel;
  beforeAll(async () => {
    await server.start();
    channel = new MailChannel(createMailer(server.url, 'Throughline <hub@throughline.example>'), 'https://hub.example');
  });
  afterAll(() => server.stop());

  it('says the same of every alert but for a reference, and where to sign in', async () => {
    const one = messageTo(target);
    const other = messageTo(target, { safeguard: 'risk-raised', status: 'escalated' });
    await channel.deliver(one);
    await channel.deliver({ ...other, reference: 'ANOTHER' });
    const [first = '', second = ''] = server.arrived.map(({ source }) => source.slice(source.indexOf('\r\n\r\n')));
    expect(first).toContain('https://hub.example/my-work');
    expect(first.replace(one.reference, 'ANOTHER')).toBe(second);
    expect(new Set(server.headers('Subject')).size).toBe(1);
    for (const word of [one.notice.alert, 'sanctuary-referral', 'northgate', '2024']) expect(first).not.toContain(word);
    expect(server.arrived.map(({ to }) => to)).toEqual([['duty@sanctuary.example'], ['duty@sanctuary.example']]);
  }, 30_000);

  it('that the server refuses for good has failed; that it refuses for now is tried again', async () => {
    server.refuses = 550;
    expect(await channel.deliver(messageTo(target))).toEqual({ result: 'failed', fault: 'the mail server refused it for good (550)' });
    server.refuses = 451;
    expect(await channel.deliver(messageTo(target))).toEqual({ result: 'retry', fault: 'the mail server refused it (451)' });
    server.refuses = undefined;
  }, 30_000);
});
