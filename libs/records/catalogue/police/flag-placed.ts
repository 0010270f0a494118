import { PoliceFlag } from '../../flag';
import { inWords } from '../../in-words';
import { defineRecord } from '../../record-type';

/** Police put a flag on a person or an address. */
export class FlagPlaced extends PoliceFlag {}

export const flagPlaced = defineRecord({
  type: 'throughline.police.flag-placed.v1',
  data: FlagPlaced,
  example: {
    people: [{ ref: 'police:N-1042', role: 'victim' }],
    flag: 'address-marker',
    address: { lines: ['12 Long Row'], postcode: 'S1 2AB' },
    expiresOn: '2025-03-04',
  },
  summary: (r) => `Police flag placed (${inWords(r.data.flag)})`,
});
