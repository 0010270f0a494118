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
  @OneOf(RISK_TOOLS)
  tool: (typeof RISK_TOOLS)[number];

  @Text('protected')
  @Optional()
  toolName?: string;

  @OneOf(RISK_LEVELS)
  level: RiskLevel;

  @Count()
  @Optional()
  ticks?: number;

  @Count()
  @Optional()
  outOf?: number;

  @AnyOf(RISK_INDICATORS)
  @Optional()
  indicators?: (typeof RISK_INDICATORS)[number][];

  /** On what the level rests (the three grounds of a MARAC referral, SafeLives). */
  @AnyOf(RISK_BASES)
  @Optional()
  basis?: (typeof RISK_BASES)[number][];

  /** Leaving raises the danger; an assessment says whether it weighed that. */
  @YesNo()
  @Optional()
  separationConsidered?: boolean;

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
