import { PoliceFlag } from '../../flag';
import { inWords } from '../../in-words';
import { defineRecord } from '../../record-type';

/** Police took a flag away. */
export class FlagRemoved extends PoliceFlag {}

export const flagRemoved = defineRecord({
  type: 'throughline.police.flag-removed.v1',
  data: FlagRemoved,
  example: {
    people: [{ ref: 'police:N-1042', role: 'victim' }],
    flag: 'address-marker',
    address: { lines: ['12 Long Row'], postcode: 'S1 2AB' },
    expiresOn: '2025-03-04',
  },
  summary: (r) => `Police flag removed (${inWords(r.data.flag)})`,
});
