import { Address } from '../../address';
import { CommonData } from '../../common-data';
import { Day, Identifier, OneOf, Whole } from '../../fields';
import { inWords } from '../../in-words';
import { defineRecord } from '../../record-type';

export const TENANCY_REASONS = ['rehoused-domestic-abuse', 'other'] as const;

/** A tenancy began. The landlord publishes it on the day on which the tenant may move in, so that the Sanctuary scheme can be there first. */
export class TenancyStarted extends CommonData {
  /** The id of the tenancy. The Sanctuary scheme's assessment names it again. */
  @Identifier()
  tenancyId: string;

  /** Why the person was housed. rehoused-domestic-abuse: to get away from domestic abuse. */
  @OneOf(TENANCY_REASONS)
  reason: (typeof TENANCY_REASONS)[number];

  /** The address of the new home. */
  @Whole('protected', () => Address, 'scalars')
  address: Address;

  /** The day on which the tenancy started: the first on which the tenant may live there. */
  @Day()
  startedOn: string;
}

export const tenancyStarted = defineRecord({
  type: 'throughline.housing.tenancy-started.v1',
  data: TenancyStarted,
  example: {
    people: [{ ref: 'housing:N-1042', role: 'victim' }],
    tenancyId: 'housing-t-4410',
    reason: 'rehoused-domestic-abuse',
    address: { lines: ['Flat 2, 60 Canal Side'], postcode: 'S3 9DF', sensitive: true },
    startedOn: '2024-03-04',
  },
  summary: (r) => `Tenancy started (${inWords(r.data.reason)}), ${r.data.startedOn}`,
});
