import { CommonData } from '../../common-data';
import { Day } from '../../fields';
import { defineRecord } from '../../record-type';

/** The minutes of a MARAC meeting reached those who have to act on them. */
export class MaracMinutesPublished extends CommonData {
  /** The day of the MARAC meeting. */
  @Day()
  meetingOn: string;
}

export const maracMinutesPublished = defineRecord({
  type: 'throughline.marac.minutes-published.v1',
  data: MaracMinutesPublished,
  example: { people: [{ ref: 'marac:N-1042', role: 'victim' }], meetingOn: '2024-03-21' },
  summary: (r) => `MARAC minutes published for ${r.data.meetingOn}`,
});
