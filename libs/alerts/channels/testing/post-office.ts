import { MailServer } from '@throughline/infra/receivers';
import type { Channel, Message } from '../channel';
import type { ChannelHarness } from '../contract';
import { createMailer, type Mailer } from '../mail/mailer';

/** Where people sign in, as mails name it. */
export const HUB = 'https://hub.example';

/** How a channel that writes mails is opened. */
export type OpenByMail<Notice> = (mailer: Mailer, origin: string) => Channel<Notice>;

/** A mail server, and a channel that writes to it. */
export class PostOffice<Notice> {
  private constructor(
    readonly server: MailServer,
    readonly channel: Channel<Notice>,
    private readonly mailer: Mailer,
  ) {}

  static async open<Notice>(open: OpenByMail<Notice>): Promise<PostOffice<Notice>> {
    const server = new MailServer();
    await server.start();
    const mailer = createMailer(server.url, 'Throughline <hub@throughline.example>');
    return new PostOffice(server, open(mailer, HUB), mailer);
  }

  /** What the contract of a channel is tried with. */
  static async harness<Notice>(open: OpenByMail<Notice>, message: () => Message<Notice>): Promise<ChannelHarness<Notice>> {
    const office = await PostOffice.open(open);
    const { server, channel } = office;
    return {
      channel,
      message,
      held: async () => [...new Set(server.headers('X-Idempotency-Key'))],
      told: async () => server.arrived.map(({ source }) => source).join('\n'),
      away: () => server.stop(),
      back: () => server.start(),
      close: () => office.close(),
    };
  }

  /** The text of each mail that arrived, without its headers and its soft line breaks. */
  texts(): readonly string[] {
    return this.server.arrived.map(({ source }) => source.slice(source.indexOf('\r\n\r\n')).replaceAll('=\r\n', ''));
  }

  async close(): Promise<void> {
    this.mailer.close();
    await this.server.stop();
  }
}
