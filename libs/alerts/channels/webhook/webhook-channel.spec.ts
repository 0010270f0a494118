import { createHmac } from 'node:crypto';
import { Webhook } from 'standardwebhooks';
import { WebhookReceiver } from '@throughline/infra/receivers';
import type { AlertNotice } from '../channel';
import { channelContract } from '../contract';
import { messageTo } from '../testing/messages';
import { WebhookChannel } from './webhook-channel';

const secret = (byte: number): string => `whsec_${Buffer.alloc(32, byte).toString('base64')}`;
const now = (): number => Date.now();

const targetOf = (receiver: WebhookReceiver, ...secrets: readonly string[]) => ({ name: '3', address: receiver.url, secrets });

channelContract<AlertNotice>('webhook', async () => {
  const receiver = new WebhookReceiver();
  await receiver.start();
  return {
    channel: new WebhookChannel({ now, allowLoopback: true }),
    message: () => messageTo(targetOf(receiver, secret(1))),
    held: async () => [...new Set(receiver.ids())],
    told: async () => JSON.stringify(receiver.calls),
    away: () => receiver.stop(),
    back: () => receiver.start(),
    close: () => receiver.stop(),
  };
});

describe('A webhook', () => {
  const receiver = new WebhookReceiver();
  const channel = new WebhookChannel({ now, allowLoopback: true, patience: 500 });
  beforeEach(async () => {
    receiver.calls.length = 0;
    Object.assign(receiver, { status: 204, answerHeaders: {}, answerBody: '' });
    await receiver.start();
  });
  afterEach(() => receiver.stop());
  const lastCall = () => receiver.calls.at(-1) ?? { headers: {}, body: '' };

  it('is signed as the Standard Webhooks specification says', async () => {
    const message = messageTo(targetOf(receiver, secret(1)));
    await channel.deliver(message);
    const { headers, body } = lastCall();
    const told = {
      type: 'throughline.alert.changed',
      timestamp: message.notice.at,
      data: { alert: message.notice.alert, class: 'now', status: 'open', dueAt: message.notice.dueAt },
    };
    expect(JSON.parse(body)).toEqual(told);
    expect(new Webhook(secret(1)).verify(body, headers as Record<string, string>)).toEqual(told);
    const signed = `${message.key}.${String(headers['webhook-timestamp'])}.${body}`;
    const byHand = createHmac('sha256', Buffer.alloc(32, 1)).update(signed).digest('base64');
    expect(headers['webhook-signature']).toBe(`v1,${byHand}`);
    expect(headers['webhook-id']).toBe(message.key);
  });

  it('is signed with both secrets while one takes the place of the other', async () => {
    await channel.deliver(messageTo(targetOf(receiver, secret(2), secret(1))));
    const { headers, body } = lastCall();
    for (const each of [secret(1), secret(2)]) {
      expect(() => new Webhook(each).verify(body, headers as Record<string, string>)).not.toThrow();
    }
    expect(() => new Webhook(secret(3)).verify(body, headers as Record<string, string>)).toThrow();
  });

  it.each([
    [500, { result: 'retry', fault: 'the receiver answered 500' }],
    [302, { result: 'retry', fault: 'the receiver answered 302' }],
    [404, { result: 'retry', fault: 'the receiver answered 404' }],
    [410, { result: 'failed', fault: 'the receiver wants no more (410)', disable: true }],
    [0, { result: 'retry', fault: 'no answer in time' }],
  ])('that is answered %i is not delivered', async (status, outcome) => {
    receiver.status = status;
    receiver.answerHeaders = status === 302 ? { location: receiver.url } : {};
    expect(await channel.deliver(messageTo(targetOf(receiver, secret(1))))).toEqual(outcome);
    expect(receiver.calls).toHaveLength(1);
  });

  it.each([
    ['120', 120_000],
    ['86400', 3_600_000],
    ['Mon, 04 Mar 2024 12:02:00 GMT', 120_000],
    ['Mon, 04 Mar 2024 11:00:00 GMT', 0],
  ])('waits as long as its receiver asks it to, and no longer than an hour: %s', async (asked, later) => {
    const then = new WebhookChannel({ now: () => Date.parse('2024-03-04T12:00:00Z'), allowLoopback: true });
    receiver.status = 429;
    receiver.answerHeaders = { 'retry-after': asked };
    expect(await then.deliver(messageTo(targetOf(receiver, secret(1))))).toMatchObject({ result: 'retry', later });
  });

  it.each(['120s', 'soon', '2024-03-04'])('waits no longer than usual where it cannot be understood for how long: %s', async (asked) => {
    receiver.status = 429;
    receiver.answerHeaders = { 'retry-after': asked };
    expect(await channel.deliver(messageTo(targetOf(receiver, secret(1))))).toEqual({
      result: 'retry',
      fault: 'the receiver answered 429',
    });
  });

  it('reads no more of an answer than it needs', async () => {
    receiver.status = 200;
    receiver.answerBody = 'x'.repeat(5_000_000);
    expect(await channel.deliver(messageTo(targetOf(receiver, secret(1))))).toEqual({ result: 'delivered' });
  });

  it.each(['never ends', 'breaks off'])('is delivered where an answer that says so %s', async (what) => {
    receiver.status = 200;
    receiver.answerHeaders = { 'content-length': '1000' };
    receiver.answerBody = 'x';
    receiver.breaksOff = what === 'breaks off';
    expect(await channel.deliver(messageTo(targetOf(receiver, secret(1))))).toEqual({ result: 'delivered' });
  });

  it('goes to another address of its receiver where the first does not answer', async () => {
    const resolve = async () => ['127.0.0.9', '127.0.0.1'].map((address) => ({ address, family: 4 as const }));
    const address = receiver.url.replace('127.0.0.1', 'localhost');
    const attempt = await new WebhookChannel({ now, allowLoopback: true, resolve }).deliver(
      messageTo({ name: '3', address, secrets: [secret(1)] }),
    );
    expect([attempt.result, receiver.calls.length]).toEqual(['delivered', 1]);
  });

  it.each(['https://127.0.0.1/hook', 'https://[::1]/hook', 'https://169.254.169.254/latest', 'http://example.org/', 'https://10.1.2.3/'])(
    'never goes to %s',
    async (address) => {
      const closed = new WebhookChannel({ now, allowLoopback: false });
      const attempt = await closed.deliver(messageTo({ name: '3', address, secrets: [secret(1)] }));
      expect(attempt).toEqual({ result: 'failed', fault: 'the address is not one that the hub may call' });
    },
  );

  it('never goes where a name leads inside, though it led outside when it was given', async () => {
    const resolve = async () => [{ address: '127.0.0.1', family: 4 as const }];
    const address = receiver.url.replace('127.0.0.1', 'hooks.example.org').replace('http:', 'https:');
    const attempt = await new WebhookChannel({ now, allowLoopback: false, resolve }).deliver(
      messageTo({ name: '3', address, secrets: [secret(1)] }),
    );
    expect(attempt).toEqual({ result: 'retry', fault: 'the name stands for an address that is not on the internet' });
    expect(receiver.calls).toEqual([]);
  });

  it('goes to the address that was looked at, and asks no second time what the name stands for', async () => {
    let asked = 0;
    const resolve = async () => {
      asked += 1;
      return [{ address: '127.0.0.1', family: 4 as const }];
    };
    const address = receiver.url.replace('127.0.0.1', 'localhost');
    const attempt = await new WebhookChannel({ now, allowLoopback: true, resolve }).deliver(
      messageTo({ name: '3', address, secrets: [secret(1)] }),
    );
    expect([attempt.result, asked, receiver.calls.length]).toEqual(['delivered', 1, 1]);
  });
});
