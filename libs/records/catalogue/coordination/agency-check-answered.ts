import { CommonData } from '../../common-data';
import { Identifier, Optional, Text, YesNo } from '../../fields';
import { defineRecord } from '../../record-type';

/** The asked agency answers a check; "not known" is an answer. */
export class AgencyCheckAnswered extends CommonData {
  @Identifier()
  checkId: string;

  @YesNo()
  known: boolean;

  @Text('protected')
  @Optional()
  summary?: string;
}

export const agencyCheckAnswered = defineRecord({
  type: 'throughline.coordination.agency-check-answered.v1',
  data: AgencyCheckAnswered,
  example: {
    people: [{ ref: 'gp:N-1042', role: 'victim' }],
    checkId: 'csc-check-5',
    known: true,
    summary: 'Seen twice this year with bruises',
  },
  summary: (r) => `Agency check answered: ${r.data.known ? 'known' : 'not known'}`,
});
