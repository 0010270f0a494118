import type { Channel, Delivery, DigestNotice, Message } from '../channel';
import type { Mailer } from '../mail/mailer';

const WORDS = {
  know: { subject: 'Throughline: today’s digest for your agency', what: 'to know' },
  tidy: { subject: 'Throughline: this week’s data quality digest for your agency', what: 'to put right in what is recorded' },
} as const;

const textOf = ({ kind, alerts }: DigestNotice, reference: string, origin: string): string =>
  [
    `Since the last digest there ${alerts === 1 ? 'is 1 thing' : `are ${alerts} things`} ${WORDS[kind].what}.`,
    '',
    `Sign in to see ${alerts === 1 ? 'it' : 'them'}: ${origin}/my-work`,
    '',
    `Reference: ${reference}`,
    '',
    'This message says no more on purpose.',
    'Please do not answer it.',
    '',
  ].join('\n');

/** Mail to an agency once a day for what it should know, once a week for what should be put right: a number and where to sign in. */
export class DigestChannel implements Channel<DigestNotice> {
  readonly name = 'digest';

  /** @param origin where people sign in */
  constructor(
    private readonly mailer: Mailer,
    private readonly origin: string,
  ) {}

  deliver({ key, reference, notice, target }: Message<DigestNotice>): Promise<Delivery> {
    return this.mailer.send({ to: target.address, subject: WORDS[notice.kind].subject, text: textOf(notice, reference, this.origin), key });
  }
}
