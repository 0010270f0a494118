import { POLICE_REPORTS, type PoliceReport } from '../../abuse';
import { CommonData } from '../../common-data';
import { Day, OneOf, Optional, Text, YesNo } from '../../fields';
import { HEALTH_SETTINGS, type HealthSetting } from '../../health-setting';
import { inWords } from '../../in-words';
import { defineRecord } from '../../record-type';

/** A patient told a health worker of abuse, or the worker recognised it (NICE guideline PH50). */
export class HealthDisclosureRecorded extends CommonData {
  @OneOf(HEALTH_SETTINGS)
  setting: HealthSetting;

  @Day()
  @Optional()
  incidentOn?: string;

  @YesNo()
  @Optional()
  childrenPresent?: boolean;

  @OneOf(POLICE_REPORTS)
  @Optional()
  policeReport?: PoliceReport;

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
