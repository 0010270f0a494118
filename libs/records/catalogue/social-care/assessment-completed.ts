import { CommonData } from '../../common-data';
import { AgencyCodes, Day, Identifier, OneOf, Optional, Parts, Ref, Text, Texts, YesNo } from '../../fields';
import { inWords } from '../../in-words';
import { type Interpreter, INTERPRETERS } from '../../interpreter';
import { defineRecord } from '../../record-type';
import { ASSESSMENT_KINDS, type AssessmentKind } from '../../social-care-assessment';

export const DOMESTIC_ABUSE_STATUSES = ['none', 'historic', 'ongoing', 'ongoing-post-separation'] as const;

/** One child of an assessment, and their own words or what they showed. */
export class AssessedChild {
  @Ref()
  ref: string;

  @YesNo()
  seen: boolean;

  @YesNo()
  @Optional()
  seenAlone?: boolean;

  @Text('this-person')
  @Optional()
  views?: string;
}

/** An assessment was completed: who contributed, whether each child was seen, seen alone and heard, and what it found of abuse. */
export class AssessmentCompleted extends CommonData {
  @Identifier()
  assessmentId: string;

  @OneOf(ASSESSMENT_KINDS)
  kind: AssessmentKind;

  @Day()
  startedOn: string;

  /** The agencies that contributed. The publisher never counts as missing. */
  @AgencyCodes()
  contributions: string[];

  @Parts(() => AssessedChild)
  children: AssessedChild[];

  @Text('protected')
  outcome: string;

  @Text('protected')
  @Optional()
  justification?: string;

  @OneOf(INTERPRETERS)
  @Optional()
  interpreter?: Interpreter;

  @OneOf(DOMESTIC_ABUSE_STATUSES)
  @Optional()
  domesticAbuseStatus?: (typeof DOMESTIC_ABUSE_STATUSES)[number];

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
