import { POLICE_REPORTS, type PoliceReport } from '../../abuse';
import { CommonData } from '../../common-data';
import { Day, OneOf, Optional, Text, YesNo } from '../../fields';
import { HEALTH_SETTINGS, type HealthSetting } from '../../health-setting';
import { inWords } from '../../in-words';
import { defineRecord } from '../../record-type';

/** A patient told a health worker of abuse, or the worker recognised it (NICE guideline PH50). */
export class HealthDisclosureRecorded extends CommonData {
  /** Where the patient was seen. gp: a general practice. */
  @OneOf(HEALTH_SETTINGS)
  setting: HealthSetting;

  /** The day of what was told, where one day can be named. */
  @Day()
  @Optional()
  incidentOn?: string;

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

export const healthDisclosureRecorded = defineRecord({
  type: 'throughline.health.disclosure-recorded.v1',
  data: HealthDisclosureRecorded,
  example: {
    people: [{ ref: 'gp:N-1042', role: 'victim' }],
    setting: 'gp',
    incidentOn: '2024-02-27',
    childrenPresent: false,
    policeReport: 'unsafe',
    justification: 'He reads her letters',
  },
  summary: (r) =>
    `Abuse disclosed to health (${inWords(r.data.setting)})${r.data.incidentOn === undefined ? '' : `, of ${r.data.incidentOn}`}`,
});
