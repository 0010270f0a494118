import { CommonData } from '../../common-data';
import { Text } from '../../fields';
import { defineRecord } from '../../record-type';

/** A criminal case ended, with its outcome in the court's words. */
export class CourtCaseConcluded extends CommonData {
  /** How the case ended: the verdict and the sentence, or that it was dropped. */
  @Text('protected')
  outcome: string;
}

export const courtCaseConcluded = defineRecord({
  type: 'throughline.justice.case-concluded.v1',
  data: CourtCaseConcluded,
  example: {
    people: [
      { ref: 'cps:N-1042', role: 'victim' },
      { ref: 'cps:N-1043', role: 'person-posing-risk' },
    ],
    outcome: 'Guilty plea; suspended sentence',
  },
  summary: () => 'Court case concluded',
});
