import { CommonData } from '../../common-data';
import { AgencyCode, Day, Optional, YesNo } from '../../fields';
import { defineRecord } from '../../record-type';

/** A case is listed for a MARAC meeting. */
export class MaracCaseListed extends CommonData {
  @Day()
  meetingOn: string;

  @AgencyCode()
  listedBy: string;

  /** Within twelve months of a hearing (SafeLives). */
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
