/** Assessments of children and adults with care needs (Working Together; Care Act 2014 for adults). */
export const ASSESSMENT_KINDS = ['single', 'section-47', 'pre-birth', 'adult', 'early-help'] as const;
export type AssessmentKind = (typeof ASSESSMENT_KINDS)[number];
