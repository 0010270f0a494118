import { type NatureOfAbuse, NATURES_OF_ABUSE, POLICE_REPORTS, type PoliceReport } from '../../abuse';
import { CommonData } from '../../common-data';
import { AnyOf, Day, OneOf, Optional, Text, YesNo } from '../../fields';
import { inWords } from '../../in-words';
import { defineRecord } from '../../record-type';

/** Somebody told an agency of abuse, or a worker recognised it. Any agency publishes it, in place of waiting for an incident that police record. */
export class AbuseDisclosed extends CommonData {
  /** The day of what was told, where one day can be named. */
  @Day()
  @Optional()
  incidentOn?: string;

  @AnyOf(NATURES_OF_ABUSE)
  @Optional()
  nature?: NatureOfAbuse[];

  @YesNo()
  @Optional()
  childrenPresent?: boolean;

  @OneOf(POLICE_REPORTS)
  @Optional()
  policeReport?: PoliceReport;

  /** Why police were told against the adult's wish, or were not told. */
  @Text('protected')
  @Optional()
  justification?: string;
}

export const abuseDisclosed = defineRecord({
  type: 'throughline.abuse.disclosed.v1',
  data: AbuseDisclosed,
  example: {
    people: [{ ref: 'housing:N-1042', role: 'victim' }],
    incidentOn: '2024-03-01',
    nature: ['coercive-control', 'economic'],
    childrenPresent: true,
    policeReport: 'not-wanted',
  },
  summary: (r) =>
    `Abuse disclosed${r.data.incidentOn === undefined ? '' : `, of ${r.data.incidentOn}`}${r.data.policeReport === undefined ? '' : ` (police: ${inWords(r.data.policeReport)})`}`,
});
