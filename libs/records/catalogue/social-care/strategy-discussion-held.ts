import { CommonData } from '../../common-data';
import { AgencyCodes, Day, OneOf, Parts } from '../../fields';
import { inWords } from '../../in-words';
import { PlanAction } from '../../plan-action';
import { defineRecord } from '../../record-type';

export const STRATEGY_OUTCOMES = ['section-47', 'single-assessment', 'no-further-action'] as const;

/** A strategy discussion was held: who was invited, who came, what was planned and decided (Working Together: social care, police, health at least). */
export class StrategyDiscussionHeld extends CommonData {
  /** The day on which the discussion was asked for, as in the request. */
  @Day()
  requestedOn: string;

  /** The day on which it was held. */
  @Day()
  heldOn: string;

  /** The agencies that were invited. */
  @AgencyCodes()
  invited: string[];

  /** The agencies that took part. */
  @AgencyCodes()
  attended: string[];

  /** What is to be done, and by whom. */
  @Parts(() => PlanAction)
  plan: PlanAction[];

  /**
   * What was decided. section-47: an enquiry whether the child suffers significant harm (Children Act 1989). single-assessment: of the
   * child's needs (Working Together).
   */
  @OneOf(STRATEGY_OUTCOMES)
  outcome: (typeof STRATEGY_OUTCOMES)[number];
}

export const strategyDiscussionHeld = defineRecord({
  type: 'throughline.social-care.strategy-discussion-held.v1',
  data: StrategyDiscussionHeld,
  example: {
    people: [
      { ref: 'csc:N-1050', role: 'child' },
      { ref: 'csc:N-1042', role: 'victim' },
    ],
    requestedOn: '2024-03-05',
    heldOn: '2024-03-06',
    invited: ['csc', 'police', 'hospital'],
    attended: ['csc', 'police', 'hospital'],
    plan: [{ id: 'csc-sd-9-1', what: 'See each child alone', who: 'csc', by: '2024-03-08', aimedAt: 'child' }],
    outcome: 'section-47',
  },
  summary: (r) => `Strategy discussion held on ${r.data.heldOn}: ${inWords(r.data.outcome)}`,
});
