import { CommonData } from '../../common-data';
import { Identifier, Optional, Text, YesNo } from '../../fields';
import { defineRecord } from '../../record-type';

/** The asked agency answers a check; "not known" is an answer. */
export class AgencyCheckAnswered extends CommonData {
  /** The id of the check, as it was asked. */
  @Identifier()
  checkId: string;

  /** Whether your agency knows the person. False is an answer, too: it says that somebody looked. */
  @YesNo()
  known: boolean;

  /** What your agency knows that bears on safety. */
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
