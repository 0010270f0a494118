import { CommonData } from '../../common-data';
import { Day, Identifier, Optional, Parts, Text } from '../../fields';
import { defineRecord } from '../../record-type';

/** An earlier incident, as the notification tells it. */
export class PreviousIncident {
  /** The day on which it happened. */
  @Day()
  date: string;

  /** What happened. */
  @Text('protected')
  summary: string;

  /** Who was there, and what they were in it. */
  @Text('protected')
  whoWasInvolved: string;

  /** What police and others did about it. */
  @Text('protected')
  outcome: string;
}

/** Police told the MASH of a child whom they came upon (a Merlin in London, a PPN elsewhere), with what happened before as far as they looked. */
export class ChildNotificationSubmitted extends CommonData {
  /** The number of the notification. The MASH decides it under the same number. */
  @Identifier()
  notificationNumber: string;

  /** The number of the incident at which police came upon the child, as it was recorded. */
  @Identifier()
  @Optional()
  incidentNumber?: string;

  /** The earlier incidents that the notification tells of. An empty list says that police looked and found none. */
  @Parts(() => PreviousIncident)
  @Optional()
  previousIncidents?: PreviousIncident[];
}

export const childNotificationSubmitted = defineRecord({
  type: 'throughline.police.child-notification-submitted.v1',
  data: ChildNotificationSubmitted,
  example: {
    people: [
      { ref: 'police:N-1050', role: 'child' },
      { ref: 'police:N-1042', role: 'victim' },
    ],
    notificationNumber: 'police-ppn-551',
    incidentNumber: 'police-2024/1187',
    previousIncidents: [
      { date: '2023-11-20', summary: 'Shouting heard by neighbours', whoWasInvolved: 'Both parents', outcome: 'Words of advice' },
    ],
  },
  summary: (r) =>
    `Child notification submitted by police${r.data.previousIncidents === undefined ? '' : `, previous incidents listed: ${r.data.previousIncidents.length}`}`,
});
