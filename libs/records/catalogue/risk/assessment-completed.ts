import { CommonData } from '../../common-data';
import { AnyOf, Count, OneOf, Optional, Text, YesNo } from '../../fields';
import { inWords } from '../../in-words';
import { defineRecord } from '../../record-type';
import { RISK_LEVELS, type RiskLevel } from '../../risk-level';

export const RISK_TOOLS = ['dash-ric', 's-dash', 'dara', 'young-person-dash', 'other'] as const;
export const RISK_INDICATORS = [
  'strangulation',
  'stalking',
  'pregnancy',
  'suicidal',
  'weapons',
  'escalation',
  'separation',
  'child-contact',
  'isolation',
  'sexual',
  'honour-based',
  'substance-misuse',
  'animals',
  'other',
] as const;
export const RISK_BASES = ['visible-risk', 'professional-judgement', 'escalation'] as const;

/**
 * A risk assessment of a victim (DASH, SafeLives; DARA, College of Policing). Its level is the assessor's; ticks alone never set it,
 * and professional judgement or escalation may raise it.
 */
export class RiskAssessmentCompleted extends CommonData {
  /**
   * The risk assessment that was used. dash-ric: the DASH risk identification checklist (SafeLives). s-dash: the DASH questions on
   * stalking. dara: Domestic Abuse Risk Assessment (College of Policing). young-person-dash: the checklist for young people (SafeLives).
   */
  @OneOf(RISK_TOOLS)
  tool: (typeof RISK_TOOLS)[number];

  /** The tool's name, where tool is other. */
  @Text('protected')
  @Optional()
  toolName?: string;

  /**
   * The level that the assessor gave. standard: serious harm is not likely on what is known. medium: serious harm is possible, and
   * unlikely unless something changes. high: serious harm could happen at any time.
   */
  @OneOf(RISK_LEVELS)
  level: RiskLevel;

  /** How many questions were answered with yes. */
  @Count()
  @Optional()
  ticks?: number;

  /** How many questions the tool has: 24 in the SafeLives DASH checklist. */
  @Count()
  @Optional()
  outOf?: number;

  /**
   * What the assessment found, by the questions of DASH. child-contact: conflict over contact with children. animals: harm to pets or
   * other animals. escalation: it happens more often or gets worse.
   */
  @AnyOf(RISK_INDICATORS)
  @Optional()
  indicators?: (typeof RISK_INDICATORS)[number][];

  /** What the level rests on: the three grounds of a MARAC referral (SafeLives). */
  @AnyOf(RISK_BASES)
  @Optional()
  basis?: (typeof RISK_BASES)[number][];

  /** Whether the assessment weighed that the victim has left or is leaving, which raises the danger. */
  @YesNo()
  @Optional()
  separationConsidered?: boolean;

  /** Whether the assessor is trained in DASH. */
  @YesNo()
  @Optional()
  assessorDashTrained?: boolean;
}

export const riskAssessmentCompleted = defineRecord({
  type: 'throughline.risk.assessment-completed.v1',
  data: RiskAssessmentCompleted,
  example: {
    people: [
      { ref: 'idva:N-1042', role: 'victim' },
      { ref: 'idva:N-1043', role: 'person-posing-risk' },
    ],
    tool: 'dash-ric',
    level: 'high',
    ticks: 16,
    outOf: 24,
    indicators: ['strangulation', 'separation'],
    basis: ['visible-risk'],
    separationConsidered: true,
    assessorDashTrained: true,
  },
  summary: (r) => `Risk assessed: ${r.data.level} (${inWords(r.data.tool)}${r.data.ticks === undefined ? '' : `, ${r.data.ticks} ticks`})`,
});
