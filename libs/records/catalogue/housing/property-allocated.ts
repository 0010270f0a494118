import { Address } from '../../address';
import { CommonData } from '../../common-data';
import { OneOf, Optional, Whole } from '../../fields';
import { HOUSING_REASONS, type HousingReason } from '../../housing-reason';
import { inWords } from '../../in-words';
import { defineRecord } from '../../record-type';

export const SANCTUARY_SUITABILITY = ['full', 'partial', 'none'] as const;

/** A property was allocated, and how far it suits the Sanctuary scheme's security measures. */
export class PropertyAllocated extends CommonData {
  /** Why the person is housed. */
  @OneOf(HOUSING_REASONS)
  reason: HousingReason;

  /** The address of the property. */
  @Whole('protected', () => Address, 'scalars')
  address: Address;

  /** How far the property can be made safe by the Sanctuary scheme: full, partial (some measures cannot be fitted) or none. */
  @OneOf(SANCTUARY_SUITABILITY)
  @Optional()
  sanctuarySuitability?: (typeof SANCTUARY_SUITABILITY)[number];
}

export const propertyAllocated = defineRecord({
  type: 'throughline.housing.property-allocated.v1',
  data: PropertyAllocated,
  example: {
    people: [{ ref: 'housing:N-1042', role: 'victim' }],
    reason: 'domestic-abuse',
    address: { lines: ['Flat 2, 60 Canal Side'], postcode: 'S3 9DF', sensitive: true },
    sanctuarySuitability: 'partial',
  },
  summary: (r) =>
    `Property allocated (${inWords(r.data.reason)})${r.data.sanctuarySuitability === undefined ? '' : `, Sanctuary suitability ${r.data.sanctuarySuitability}`}`,
});
