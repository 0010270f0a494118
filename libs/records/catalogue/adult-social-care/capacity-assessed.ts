import { CommonData } from '../../common-data';
import { OneOf, Optional, Text, YesNo } from '../../fields';
import { inWords } from '../../in-words';
import { defineRecord } from '../../record-type';

export const CAPACITY_OUTCOMES = ['has-capacity', 'lacks-capacity', 'fluctuating'] as const;

/** An adult's capacity for one decision was assessed (Mental Capacity Act 2005), and whether coercion or dependence was weighed: a decision made in fear is not free. */
export class CapacityAssessed extends CommonData {
  /** The one decision that the person's capacity was assessed for (Mental Capacity Act 2005: capacity is of a decision at a time). */
  @Text('protected')
  decision: string;

  /** What the assessor found. fluctuating: it comes and goes. */
  @OneOf(CAPACITY_OUTCOMES)
  outcome: (typeof CAPACITY_OUTCOMES)[number];

  /** Whether the assessor weighed that somebody may be coercing or controlling the person. */
  @YesNo()
  @Optional()
  coercionConsidered?: boolean;

  /** Whether the assessor weighed that the person may depend on somebody who harms them, for care, money or a home. */
  @YesNo()
  @Optional()
  dependenceConsidered?: boolean;
}

export const capacityAssessed = defineRecord({
  type: 'throughline.adult-social-care.capacity-assessed.v1',
  data: CapacityAssessed,
  example: {
    people: [{ ref: 'asc:N-1042', role: 'victim' }],
    decision: 'Where to live',
    outcome: 'has-capacity',
    coercionConsidered: true,
    dependenceConsidered: true,
  },
  summary: (r) => `Capacity assessed: ${inWords(r.data.outcome)}`,
});
