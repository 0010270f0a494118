import { CommonData } from '../../common-data';
import { AgencyCode, Count, Optional, Text } from '../../fields';
import { defineRecord } from '../../record-type';

/** A case came from another partnership's MARAC. The hub itself publishes it, from the request. */
export class MaracTransferReceived extends CommonData {
  /** The partnership that the case comes from. */
  @AgencyCode()
  fromPartnership: string;

  /** Why it was passed on. */
  @Text('protected')
  reason: string;

  /** How many times it was heard there. */
  @Count()
  timesHeard: number;

  /** What the minutes of the sending MARAC say. */
  @Text('protected')
  @Optional()
  minutes?: string;
}

export const maracTransferReceived = defineRecord({
  type: 'throughline.marac.transfer-received.v1',
  data: MaracTransferReceived,
  example: {
    people: [{ ref: 'marac:N-1042', role: 'victim' }],
    fromPartnership: 'northgate',
    reason: 'She has moved',
    timesHeard: 2,
    minutes: 'Heard twice; actions done',
  },
  summary: (r) => `MARAC transfer received, heard ${r.data.timesHeard === 1 ? 'once' : `${r.data.timesHeard} times`} elsewhere`,
});
