import type { Channel, Delivery, Message, TroubleNotice } from '../channel';
import type { Mailer } from '../mail/mailer';

const SUBJECTS = {
  failing: 'Throughline: a system is not taking alerts',
  disabled: 'Throughline: a system is no longer told of alerts',
  refused: 'Throughline: messages could not be delivered',
} as const;

const inWords = (instant: string): string => `${instant.slice(0, 10)} ${instant.slice(11, 16)} UTC`;

const stateOf = ({ kind, agency, since, reader }: TroubleNotice): readonly string[] => {
  const [whose, to] =
    reader === 'agency' ? ['Your agency’s own system', 'your agency'] : [`The system of the agency ${agency}`, `the agency ${agency}`];
  const when = inWords(since);
  switch (kind) {
    case 'failing':
      return [
        `${whose} has not taken messages from the hub since ${when}.`,
        'The hub goes on trying for three days in all, and then disables the webhook.',
      ];
    case 'disabled':
      return [
        `${whose} is no longer told of alerts by the hub. Its webhook was disabled at ${when}.`,
        'What it misses is kept for 30 days, and is sent when the webhook is enabled again.',
      ];
    case 'refused':
      return [
        `Messages to ${to} could not be delivered, the first at ${when}. They are not tried again.`,
        'Check the addresses that were given for them.',
      ];
  }
};

const textOf = (notice: TroubleNotice, reference: string, origin: string): string =>
  [
    ...stateOf(notice),
    '',
    'Please tell whoever runs that system.',
    `What did not arrive: ${origin}/deliveries`,
    ...(notice.reader === 'agency' ? [`Your agency’s alerts are all in the portal: ${origin}/my-work`] : []),
    '',
    `Reference: ${reference}`,
    '',
    'Please do not answer this message.',
    '',
  ].join('\n');

/** Mail to people about what does not arrive: it tells of a system, and nothing of any alert. */
export class TroubleChannel implements Channel<TroubleNotice> {
  readonly name = 'trouble';

  /** @param origin where people sign in */
  constructor(
    private readonly mailer: Mailer,
    private readonly origin: string,
  ) {}

  deliver({ key, reference, notice, target }: Message<TroubleNotice>): Promise<Delivery> {
    return this.mailer.send({ to: target.address, subject: SUBJECTS[notice.kind], text: textOf(notice, reference, this.origin), key });
  }
}
