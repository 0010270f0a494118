import { CommonData } from '../../common-data';
import { AgencyCode, Day, Optional, YesNo } from '../../fields';
import { defineRecord } from '../../record-type';

/** A case is listed for a MARAC meeting. */
export class MaracCaseListed extends CommonData {
  /** The day of the MARAC meeting. */
  @Day()
  meetingOn: string;

  /** The agency that referred the case to the meeting. */
  @AgencyCode()
  listedBy: string;

  /** Whether it is a repeat: listed again within 12 months of its last hearing (SafeLives). */
  @YesNo()
  @Optional()
  repeat?: boolean;
}

export const maracCaseListed = defineRecord({
  type: 'throughline.marac.case-listed.v1',
  data: MaracCaseListed,
  example: { people: [{ ref: 'marac:N-1042', role: 'victim' }], meetingOn: '2024-03-21', listedBy: 'idva', repeat: false },
  summary: (r) => `Listed for MARAC on ${r.data.meetingOn}${r.data.repeat === true ? ', a repeat' : ''}`,
});
