import { CommonData } from '../../common-data';
import { Identifier, OneOf } from '../../fields';
import { inWords } from '../../in-words';
import { defineRecord } from '../../record-type';
import { ASSESSMENT_KINDS, type AssessmentKind } from '../../social-care-assessment';

/** Children's or adult social care began an assessment (Working Together: 45 working days, 15 under section 47). */
export class AssessmentStarted extends CommonData {
  /** The id of the assessment. Its completion names it again. */
  @Identifier()
  assessmentId: string;

  /**
   * Which assessment. single: of a child's needs (Working Together). section-47: an enquiry whether a child suffers significant harm
   * (Children Act 1989). pre-birth: of an unborn child. adult: of an adult's needs for care (Care Act 2014). early-help: before social
   * care is involved.
   */
  @OneOf(ASSESSMENT_KINDS)
  kind: AssessmentKind;
}

export const assessmentStarted = defineRecord({
  type: 'throughline.social-care.assessment-started.v1',
  data: AssessmentStarted,
  example: {
    people: [
      { ref: 'csc:N-1050', role: 'child' },
      { ref: 'csc:N-1042', role: 'victim' },
    ],
    assessmentId: 'csc-as-77',
    kind: 'single',
  },
  summary: (r) => `Assessment started (${inWords(r.data.kind)})`,
});
