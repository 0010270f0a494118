import { CommonData } from '../../common-data';
import { AgencyCodes, Identifier, OneOf, Optional, Text } from '../../fields';
import { inWords } from '../../in-words';
import { defineRecord } from '../../record-type';

export const NOTIFICATION_OUTCOMES = ['referral', 'strategy-discussion', 'early-help', 'no-further-action'] as const;

/** The MASH decided what becomes of a child notification, having asked the agencies that it names. */
export class NotificationDecided extends CommonData {
  /** The number of the notification, as police submitted it. */
  @Identifier()
  notificationNumber: string;

  /** What becomes of it. */
  @OneOf(NOTIFICATION_OUTCOMES)
  outcome: (typeof NOTIFICATION_OUTCOMES)[number];

  /** Why the MASH decided so. */
  @Text('protected')
  @Optional()
  justification?: string;

  /** The agencies whose records were looked at. */
  @AgencyCodes()
  checked: string[];
}

export const notificationDecided = defineRecord({
  type: 'throughline.mash.notification-decided.v1',
  data: NotificationDecided,
  example: {
    people: [
      { ref: 'mash:N-1050', role: 'child' },
      { ref: 'mash:N-1042', role: 'victim' },
    ],
    notificationNumber: 'police-ppn-551',
    outcome: 'strategy-discussion',
    justification: 'Third incident in six weeks',
    checked: ['police', 'csc', 'health-visiting'],
  },
  summary: (r) => `Child notification decided: ${inWords(r.data.outcome)}`,
});
