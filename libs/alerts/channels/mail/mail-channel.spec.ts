import type { AlertNotice } from '../channel';
import { channelContract } from '../contract';
import { messageTo } from '../testing/messages';
import { HUB, PostOffice } from '../testing/post-office';
import { MailChannel } from './mail-channel';

const target = { name: '7', address: 'duty@sanctuary.example' };

const open = (...parts: ConstructorParameters<typeof MailChannel>): MailChannel => new MailChannel(...parts);

channelContract<AlertNotice>('mail', () => PostOffice.harness(open, () => messageTo(target)));

describe('A mail', () => {
  let office: PostOffice<AlertNotice>;
  beforeAll(async () => {
    office = await PostOffice.open(open);
  });
  afterAll(() => office.close());

  it('says the same of every alert but for a reference, and where to sign in', async () => {
    const { server, channel } = office;
    const one = messageTo(target);
    const other = messageTo(target, { safeguard: 'risk-raised', status: 'escalated' });
    await channel.deliver(one);
    await channel.deliver({ ...other, reference: 'ANOTHER' });
    const [first = '', second = ''] = office.texts();
    expect(first).toContain(`${HUB}/my-work`);
    expect(first.replace(one.reference, 'ANOTHER')).toBe(second);
    expect(new Set(server.headers('Subject')).size).toBe(1);
    for (const word of [one.notice.alert, 'sanctuary-referral', 'northgate', '2024']) expect(first).not.toContain(word);
    expect(server.arrived.map(({ to }) => to)).toEqual([['duty@sanctuary.example'], ['duty@sanctuary.example']]);
  }, 30_000);

  it('that the server refuses for good has failed; that it refuses for now is tried again', async () => {
    const { server, channel } = office;
    server.refuses = 550;
    expect(await channel.deliver(messageTo(target))).toEqual({ result: 'failed', fault: 'the mail server refused it for good (550)' });
    server.refuses = 451;
    expect(await channel.deliver(messageTo(target))).toEqual({ result: 'retry', fault: 'the mail server refused it (451)' });
    server.refuses = undefined;
  }, 30_000);

  it('is tried again where it is the hub that the server does not let in, whatever it sends', async () => {
    const { server, channel } = office;
    server.refusesHub = 530;
    expect(await channel.deliver(messageTo(target))).toEqual({ result: 'retry', fault: 'the mail server refused it (530)' });
    server.refusesHub = undefined;
  }, 30_000);
});
