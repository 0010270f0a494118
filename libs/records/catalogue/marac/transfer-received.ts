import { CommonData } from '../../common-data';
import { AgencyCode, Count, Optional, Text } from '../../fields';
import { defineRecord } from '../../record-type';

/** A case came from another partnership's MARAC. The hub itself publishes it, from the request. */
export class MaracTransferReceived extends CommonData {
  @AgencyCode()
  fromPartnership: string;

  @Text('protected')
  reason: string;

  @Count()
  timesHeard: number;

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
  summary: (r) => `MARAC transfer received, heard ${r.data.timesHeard} times elsewhere`,
});
