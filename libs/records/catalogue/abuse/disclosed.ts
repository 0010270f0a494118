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

  /** What was done, as it was told (Domestic Abuse Act 2021, section 1). Any number of them. */
  @AnyOf(NATURES_OF_ABUSE)
  @Optional()
  nature?: NatureOfAbuse[];

  /** Whether children saw or heard it, or live where it happened (Domestic Abuse Act 2021, section 3). */
  @YesNo()
  @Optional()
  childrenPresent?: boolean;

  /**
   * What became of telling the police. reported: they were told. not-wanted: the adult did not want it. unsafe: telling them would have
   * added to the danger. overridden: they were told against the adult's wish.
   */
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
