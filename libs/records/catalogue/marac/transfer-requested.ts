import { CommonData } from '../../common-data';
import { AgencyCode, Count, Optional, Text } from '../../fields';
import { defineRecord } from '../../record-type';

/** The MARAC passes a case on to where the person now lives, to a partnership on the hub or to an area without it (SafeLives: MARAC to MARAC transfer). */
export class MaracTransferRequested extends CommonData {
  @AgencyCode()
  @Optional()
  toPartnership?: string;

  /** An area without the hub. */
  @Text('protected')
  @Optional()
  toArea?: string;

  @Text('protected')
  reason: string;

  /** How many times it was heard here. */
  @Count()
  timesHeard: number;
}

export const maracTransferRequested = defineRecord({
  type: 'throughline.marac.transfer-requested.v1',
  data: MaracTransferRequested,
  example: { people: [{ ref: 'marac:N-1042', role: 'victim' }], toPartnership: 'riverside', reason: 'She has moved', timesHeard: 2 },
  summary: (r) => `MARAC transfer requested, heard ${r.data.timesHeard} times`,
});
