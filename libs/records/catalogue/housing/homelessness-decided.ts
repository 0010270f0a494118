import { CommonData } from '../../common-data';
import { Optional, Text, YesNo } from '../../fields';
import { defineRecord } from '../../record-type';

/** The council decided a homelessness application. */
export class HomelessnessDecided extends CommonData {
  @YesNo()
  priorityNeed: boolean;

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
