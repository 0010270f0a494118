import { CommonData } from '../../common-data';
import { AgencyCode, Identifier, Text } from '../../fields';
import { defineRecord } from '../../record-type';

/** One agency asks another what it knows. */
export class AgencyCheckRequested extends CommonData {
  /** The id of the check. The answer names it again. */
  @Identifier()
  checkId: string;

  /** The agency that is asked. */
  @AgencyCode()
  of: string;

  /** Why it is asked, so that the other agency can decide what to share. */
  @Text('protected')
  why: string;
}

export const agencyCheckRequested = defineRecord({
  type: 'throughline.coordination.agency-check-requested.v1',
  data: AgencyCheckRequested,
  example: { people: [{ ref: 'csc:N-1042', role: 'victim' }], checkId: 'csc-check-5', of: 'gp', why: 'Assessing the risk to the children' },
  summary: () => 'Agency check requested',
});
