import { Address } from '../../address';
import { CommonData } from '../../common-data';
import { Day, Whole } from '../../fields';
import { defineRecord } from '../../record-type';

/** Somebody was placed in a refuge or other safe accommodation (Domestic Abuse Act 2021, part 4). Its address is always sensitive, whatever it says. */
export class SafeAccommodationPlaced extends CommonData {
  /** The address of the refuge or other safe place. It is sensitive, whatever its own mark says. */
  @Whole('protected', () => Address, 'scalars')
  address: Address;

  /** The first day of the placement. */
  @Day()
  from: string;
}

export const safeAccommodationPlaced = defineRecord({
  type: 'throughline.housing.safe-accommodation-placed.v1',
  data: SafeAccommodationPlaced,
  example: {
    people: [{ ref: 'haven:N-1042', role: 'victim' }],
    address: { lines: ['The refuge'], postcode: 'S8 0AA', sensitive: true },
    from: '2024-03-02',
  },
  summary: (r) => `Placed in safe accommodation from ${r.data.from}`,
});
