import { CommonData } from '../../common-data';
import { OneOf, Optional, Text, YesNo } from '../../fields';
import { inWords } from '../../in-words';
import { defineRecord } from '../../record-type';

export const CAPACITY_OUTCOMES = ['has-capacity', 'lacks-capacity', 'fluctuating'] as const;

/** An adult's capacity for one decision was assessed (Mental Capacity Act 2005), and whether coercion or dependence was weighed: a decision made in fear is not free. */
export class CapacityAssessed extends CommonData {
  @Text('protected')
  decision: string;

  @OneOf(CAPACITY_OUTCOMES)
  outcome: (typeof CAPACITY_OUTCOMES)[number];

  @YesNo()
  @Optional()
  coercionConsidered?: boolean;

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
