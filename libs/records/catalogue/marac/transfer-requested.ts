import { CommonData } from '../../common-data';
import { AgencyCode, Count, Optional, Text } from '../../fields';
import { defineRecord } from '../../record-type';

/** The MARAC passes a case on to where the person now lives, to a partnership on the hub or to an area without it (SafeLives: MARAC to MARAC transfer). */
export class MaracTransferRequested extends CommonData {
  /** The partnership on the hub that the person has moved to: another than the one that asks. */
  @AgencyCode()
  @Optional()
  toPartnership?: string;

  /** The area that the person has moved to, where it is without the hub. */
  @Text('protected')
  @Optional()
  toArea?: string;

  /** Why the case is passed on. */
  @Text('protected')
  reason: string;

  /** How many times the case was heard here. */
  @Count()
  timesHeard: number;
}

export const maracTransferRequested = defineRecord({
  type: 'throughline.marac.transfer-requested.v1',
  data: MaracTransferRequested,
  example: { people: [{ ref: 'marac:N-1042', role: 'victim' }], toPartnership: 'riverside', reason: 'She has moved', timesHeard: 2 },
  summary: (r) => `MARAC transfer requested, heard ${r.data.timesHeard === 1 ? 'once' : `${r.data.timesHeard} times`}`,
});
