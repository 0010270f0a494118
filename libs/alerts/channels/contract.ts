import type { Channel, Message } from './channel';

/** What the suite needs of a channel, beside the port: the real thing at its other end. */
export interface ChannelHarness<Notice> {
  readonly channel: Channel<Notice>;
  /** A message that nothing else has sent, for the receiver. */
  message(): Message<Notice>;
  /** The keys of what the receiver holds, each as often as it holds it, having told repetitions by their keys. */
  held(): Promise<readonly string[]>;
  /** Everything that the receiver was told, as it came. */
  told(): Promise<string>;
  /** The receiver goes away; it comes back with `back`. */
  away(): Promise<void>;
  back(): Promise<void>;
  close(): Promise<void>;
}

const CANARY = 'Canary-Mary-Longrow';

/** What every channel MUST do (see channel.ts). A channel runs it in one line, against a real receiver. */
export const channelContract = <Notice extends object>(name: string, makeHarness: () => Promise<ChannelHarness<Notice>>): void => {
  describe(`the channel ${name}`, () => {
    let harness: ChannelHarness<Notice>;
    beforeAll(async () => {
      harness = await makeHarness();
    }, 240_000);
    afterAll(() => harness.close(), 60_000);

    it('has its own name', () => {
      expect(harness.channel.name).toBe(name);
    });

    it('delivers a message under its key', async () => {
      const message = harness.message();
      expect(await harness.channel.deliver(message)).toEqual({ result: 'delivered' });
      expect(await harness.held()).toContain(message.key);
    }, 60_000);

    it('delivers a message twice so that it can be told for one', async () => {
      const message = harness.message();
      expect(await harness.channel.deliver(message)).toEqual({ result: 'delivered' });
      expect(await harness.channel.deliver(message)).toEqual({ result: 'delivered' });
      expect((await harness.held()).filter((key) => key === message.key)).toHaveLength(1);
    }, 60_000);

    it('delivers many at once, each', async () => {
      const messages = Array.from({ length: 20 }, () => harness.message());
      const settled = await Promise.all(messages.map((message) => harness.channel.deliver(message)));
      expect(settled).toEqual(messages.map(() => ({ result: 'delivered' })));
      expect(await harness.held()).toEqual(expect.arrayContaining(messages.map(({ key }) => key)));
    }, 60_000);

    it('tells nothing but what the notice says', async () => {
      const message = harness.message();
      const more = { ...message, notice: { ...message.notice, reason: CANARY, person: CANARY }, about: CANARY };
      expect(await harness.channel.deliver(more)).toEqual({ result: 'delivered' });
      expect(await harness.told()).not.toContain(CANARY);
    }, 60_000);

    it('asks for another attempt while the receiver is away, in safe words, and then delivers', async () => {
      const message = harness.message();
      await harness.away();
      const attempt = await harness.channel.deliver(message);
      await harness.back();
      expect(attempt).toEqual({ result: 'retry', fault: expect.stringMatching(/^[a-zA-Z0-9 ,.()]+$/) as unknown });
      expect(await harness.channel.deliver(message)).toEqual({ result: 'delivered' });
      expect((await harness.held()).filter((key) => key === message.key)).toHaveLength(1);
    }, 120_000);
  });
};
