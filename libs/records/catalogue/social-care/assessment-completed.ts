import { CommonData } from '../../common-data';
import { AgencyCodes, Day, Identifier, OneOf, Optional, Parts, Ref, Text, Texts, YesNo } from '../../fields';
import { inWords } from '../../in-words';
import { type Interpreter, INTERPRETERS } from '../../interpreter';
import { defineRecord } from '../../record-type';
import { ASSESSMENT_KINDS, type AssessmentKind } from '../../social-care-assessment';

export const DOMESTIC_ABUSE_STATUSES = ['none', 'historic', 'ongoing', 'ongoing-post-separation'] as const;

/** One child of an assessment, and their own words or what they showed. */
export class AssessedChild {
  /** Your agency's own reference for the child: one of people. */
  @Ref()
  ref: string;

  /** Whether a worker saw the child. */
  @YesNo()
  seen: boolean;

  /** Whether the child was seen without a parent or carer. */
  @YesNo()
  @Optional()
  seenAlone?: boolean;

  /** What the child said or showed, as close to their own words as can be. */
  @Text('this-person')
  @Optional()
  views?: string;
}

/** An assessment was completed: who contributed, whether each child was seen, seen alone and heard, and what it found of abuse. */
export class AssessmentCompleted extends CommonData {
  /** The id of the assessment, as it was started. */
  @Identifier()
  assessmentId: string;

  /**
   * Which assessment. single: of a child's needs (Working Together). section-47: an enquiry whether a child suffers significant harm
   * (Children Act 1989). pre-birth: of an unborn child. adult: of an adult's needs for care (Care Act 2014). early-help: before social
   * care is involved.
   */
  @OneOf(ASSESSMENT_KINDS)
  kind: AssessmentKind;

  /** The day on which it started. */
  @Day()
  startedOn: string;

  /** The agencies that contributed. The publisher never counts as missing. */
  @AgencyCodes()
  contributions: string[];

  /** Each child of the assessment. An empty list where it is of an adult alone. */
  @Parts(() => AssessedChild)
  children: AssessedChild[];

  /** What the assessment concluded. */
  @Text('protected')
  outcome: string;

  /** Why it concluded so. */
  @Text('protected')
  @Optional()
  justification?: string;

  /** Who interpreted. none: nobody did. Leave it out where no interpreter is needed. */
  @OneOf(INTERPRETERS)
  @Optional()
  interpreter?: Interpreter;

  /**
   * What the assessment found of domestic abuse. historic: it has ended. ongoing-post-separation: it goes on although the couple has
   * parted.
   */
  @OneOf(DOMESTIC_ABUSE_STATUSES)
  @Optional()
  domesticAbuseStatus?: (typeof DOMESTIC_ABUSE_STATUSES)[number];

  /** What the assessment found that raises the risk, each as one text. */
  @Texts('protected')
  @Optional()
  riskFactors?: string[];
}

export const assessmentCompleted = defineRecord({
  type: 'throughline.social-care.assessment-completed.v1',
  data: AssessmentCompleted,
  example: {
    people: [
      { ref: 'csc:N-1050', role: 'child' },
      { ref: 'csc:N-1042', role: 'victim' },
    ],
    assessmentId: 'csc-as-77',
    kind: 'single',
    startedOn: '2024-03-07',
    contributions: ['police', 'education', 'health-visiting'],
    children: [{ ref: 'csc:N-1050', seen: true, seenAlone: true, views: 'I like it when it is quiet' }],
    outcome: 'Child in need plan',
    justification: 'Needs support after the move',
    interpreter: 'professional',
    domesticAbuseStatus: 'ongoing-post-separation',
    riskFactors: ['Contact at handover'],
  },
  summary: (r) =>
    `Assessment completed (${inWords(r.data.kind)}), children seen: ${r.data.children.filter((child) => child.seen).length} of ${r.data.children.length}`,
});
