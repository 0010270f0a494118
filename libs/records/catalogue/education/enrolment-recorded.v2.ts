import { CommonData } from '../../common-data';
import { Day, OneOf, Optional, Part, Text } from '../../fields';
import { SCHOOL_URN } from '../../forms/form';
import { inWords } from '../../in-words';
import { defineRecord } from '../../record-type';
import { after } from '../../versions';
import { EDUCATION_SETTINGS, enrolmentRecordedV1 } from './enrolment-recorded';

/** A school, a nursery or a college. */
export class EducationSetting {
  /** The name of the school, nursery or college. */
  @Text('protected')
  name: string;

  /** The school's unique reference number in Get Information about Schools (6 digits): names repeat, it does not. */
  @Text('protected', { form: SCHOOL_URN })
  @Optional()
  urn?: string;
}

/**
 * A child is enrolled at a school or another setting, which is known by its name and its unique reference number: two primary schools
 * of one name are told apart before the wrong one is told (Operation Encompass).
 */
export class EnrolmentRecordedV2 extends CommonData {
  /** Where the child is enrolled. */
  @Part(() => EducationSetting)
  setting: EducationSetting;

  /** What kind of setting it is. */
  @OneOf(EDUCATION_SETTINGS)
  kind: (typeof EDUCATION_SETTINGS)[number];

  /** The first day on which the child is enrolled. */
  @Day()
  from: string;

  /** The last day on which the child is enrolled. Absent: the child still is. */
  @Day()
  @Optional()
  to?: string;
}

export const enrolmentRecorded = defineRecord({
  type: 'throughline.education.enrolment-recorded.v2',
  after: after(enrolmentRecordedV1, ({ setting, ...same }): EnrolmentRecordedV2 => ({ ...same, setting: { name: setting } })),
  data: EnrolmentRecordedV2,
  example: {
    people: [{ ref: 'education:N-1050', role: 'child' }],
    setting: { name: 'Hill Lane Primary School', urn: '107115' },
    kind: 'primary',
    from: '2022-09-05',
    to: '2024-07-19',
  },
  summary: (r) => `Enrolled in education (${inWords(r.data.kind)}) from ${r.data.from}${r.data.to === undefined ? '' : ` to ${r.data.to}`}`,
});
