import { CommonData } from '../../common-data';
import { Day, OneOf, Optional, Text } from '../../fields';
import { inWords } from '../../in-words';
import { defineRecord } from '../../record-type';

export const EDUCATION_SETTINGS = ['early-years', 'primary', 'secondary', 'college', 'other'] as const;

/** A child is enrolled at a school or another setting, so that the right one can be told the next morning (Operation Encompass). */
export class EnrolmentRecorded extends CommonData {
  /** The name of the school, nursery or college. */
  @Text('protected')
  setting: string;

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

export const enrolmentRecordedV1 = defineRecord({
  type: 'throughline.education.enrolment-recorded.v1',
  data: EnrolmentRecorded,
  example: {
    people: [{ ref: 'education:N-1050', role: 'child' }],
    setting: 'Hill Lane Primary School',
    kind: 'primary',
    from: '2022-09-05',
    to: '2024-07-19',
  },
  summary: (r) => `Enrolled in education (${inWords(r.data.kind)}) from ${r.data.from}${r.data.to === undefined ? '' : ` to ${r.data.to}`}`,
});
