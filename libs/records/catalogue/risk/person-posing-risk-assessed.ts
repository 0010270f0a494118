import { CommonData } from '../../common-data';
import { AgencyCodes, OneOf } from '../../fields';
import { defineRecord } from '../../record-type';
import { RISK_LEVELS, type RiskLevel } from '../../risk-level';

/** The person who poses the risk was assessed, and by whom together: responsibility stays with the one who does harm. */
export class PersonPosingRiskAssessed extends CommonData {
  /** The level of risk that the person poses, as the assessors found it. */
  @OneOf(RISK_LEVELS)
  level: RiskLevel;

  /** The agencies that assessed together. */
  @AgencyCodes()
  contributors: string[];
}

export const personPosingRiskAssessed = defineRecord({
  type: 'throughline.risk.person-posing-risk-assessed.v1',
  data: PersonPosingRiskAssessed,
  example: {
    people: [
      { ref: 'probation:N-1043', role: 'person-posing-risk' },
      { ref: 'probation:N-1042', role: 'victim' },
    ],
    level: 'high',
    contributors: ['police', 'probation'],
  },
  summary: (r) => `Person posing risk assessed: ${r.data.level}`,
});
