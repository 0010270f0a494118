import { CommonData } from '../../common-data';
import { AgencyCodes, Day, OneOf, Parts } from '../../fields';
import { PlanAction } from '../../plan-action';
import { defineRecord } from '../../record-type';
import { RISK_LEVELS, type RiskLevel } from '../../risk-level';

/** A MARAC meeting heard a case: who attended, the level of risk, the actions. */
export class MaracCaseHeard extends CommonData {
  /** The day of the MARAC meeting. */
  @Day()
  meetingOn: string;

  /** The agencies that were at the meeting. */
  @AgencyCodes()
  attended: string[];

  /** The level of risk that the meeting found. */
  @OneOf(RISK_LEVELS)
  level: RiskLevel;

  /** What the meeting decided is to be done. An empty list says that it decided nothing. */
  @Parts(() => PlanAction)
  actions: PlanAction[];
}

export const maracCaseHeard = defineRecord({
  type: 'throughline.marac.case-heard.v1',
  data: MaracCaseHeard,
  example: {
    people: [
      { ref: 'marac:N-1042', role: 'victim' },
      { ref: 'marac:N-1043', role: 'person-posing-risk' },
    ],
    meetingOn: '2024-03-21',
    attended: ['police', 'idva', 'housing', 'csc'],
    level: 'high',
    actions: [{ id: 'marac-24-31-1', what: 'Serve the notice', who: 'police', by: '2024-03-25', aimedAt: 'person-posing-risk' }],
  },
  summary: (r) => `Heard at MARAC on ${r.data.meetingOn}: ${r.data.level} risk, actions: ${r.data.actions.length}`,
});
