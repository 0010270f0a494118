import { CommonData } from '../../common-data';
import { Optional, Text, YesNo } from '../../fields';
import { defineRecord } from '../../record-type';

/** The council decided a homelessness application. */
export class HomelessnessDecided extends CommonData {
  /** Whether the council decided that the person has priority need (Housing Act 1996, section 189). */
  @YesNo()
  priorityNeed: boolean;

  /** Why it decided so. */
  @Text('protected')
  @Optional()
  justification?: string;
}

export const homelessnessDecided = defineRecord({
  type: 'throughline.housing.homelessness-decided.v1',
  data: HomelessnessDecided,
  example: { people: [{ ref: 'housing:N-1042', role: 'victim' }], priorityNeed: true, justification: 'Homeless because of abuse' },
  summary: (r) => `Homelessness decided: ${r.data.priorityNeed ? 'priority need' : 'no priority need'}`,
});
