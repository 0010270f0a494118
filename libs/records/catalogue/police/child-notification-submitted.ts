import { CommonData } from '../../common-data';
import { Day, Identifier, Optional, Parts, Text } from '../../fields';
import { defineRecord } from '../../record-type';

/** An earlier incident, as the notification tells it. */
export class PreviousIncident {
  @Day()
  date: string;

  @Text('protected')
  summary: string;

  @Text('protected')
  whoWasInvolved: string;

  @Text('protected')
  outcome: string;
}

/** Police told the MASH of a child whom they came upon (a Merlin in London, a PPN elsewhere), with what happened before as far as they looked. */
export class ChildNotificationSubmitted extends CommonData {
  @Identifier()
  notificationNumber: string;

  @Identifier()
  @Optional()
  incidentNumber?: string;

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
