import type { Channel, Delivery, Message } from '../channel';
import type { Mailer } from './mailer';

const SUBJECT = 'Throughline: your agency has something to look at now';

const textOf = (reference: string, origin: string): string =>
  [
    'There is something new in your work that should be looked at now.',
    '',
    `Sign in to see it: ${origin}/my-work`,
    '',
    `Reference: ${reference}`,
    '',
    'This message says no more on purpose.',
    'Please do not answer it.',
    '',
  ].join('\n');

/** Mail to a service's address: a constant text, a random reference, and where to sign in. */
export class MailChannel implements Channel {
  readonly name = 'mail';

  /** @param origin where people sign in */
  constructor(
    private readonly mailer: Mailer,
    private readonly origin: string,
  ) {}

  deliver({ key, reference, target }: Message): Promise<Delivery> {
    return this.mailer.send({ to: target.address, subject: SUBJECT, text: textOf(reference, this.origin), key });
  }
}
