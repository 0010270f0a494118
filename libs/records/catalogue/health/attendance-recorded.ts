import { CommonData } from '../../common-data';
import { OneOf, Optional, YesNo } from '../../fields';
import { HEALTH_SETTINGS, type HealthSetting } from '../../health-setting';
import { inWords } from '../../in-words';
import { defineRecord } from '../../record-type';

export const ROUTINE_ENQUIRY = ['asked', 'not-asked', 'unsafe-to-ask'] as const;

/** A patient attended, with what a health worker saw and whether they asked in private (routine enquiry). */
export class AttendanceRecorded extends CommonData {
  /** Where the patient was seen. gp: a general practice. */
  @OneOf(HEALTH_SETTINGS)
  setting: HealthSetting;

  /** Whether the patient had injuries. */
  @YesNo()
  @Optional()
  injuries?: boolean;

  /** Whether the patient had harmed themselves. */
  @YesNo()
  @Optional()
  selfHarm?: boolean;

  /**
   * Whether the patient was asked about domestic abuse (NICE guideline PH50). unsafe-to-ask: they could not be seen alone, or asking would
   * have added to the danger.
   */
  @OneOf(ROUTINE_ENQUIRY)
  @Optional()
  routineEnquiry?: (typeof ROUTINE_ENQUIRY)[number];
}

export const attendanceRecorded = defineRecord({
  type: 'throughline.health.attendance-recorded.v1',
  data: AttendanceRecorded,
  example: {
    people: [{ ref: 'hospital:N-1042', role: 'victim' }],
    setting: 'emergency-department',
    injuries: true,
    selfHarm: false,
    routineEnquiry: 'asked',
  },
  summary: (r) =>
    `Attended ${inWords(r.data.setting)}${r.data.injuries === true ? ', injuries' : ''}${r.data.selfHarm === true ? ', self-harm' : ''}`,
});
