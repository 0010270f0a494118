import { Address } from './address';
import { CommonData } from './common-data';
import { Day, OneOf, Optional, Whole } from './fields';

export const FLAGS = ['address-marker', 'gold-flag', 'marac', 'weapons', 'other'] as const;
export type Flag = (typeof FLAGS)[number];

/** What police put on a person or an address so that whoever is sent there knows before the door opens. */
export class PoliceFlag extends CommonData {
  @OneOf(FLAGS)
  flag: Flag;

  @Whole('protected', () => Address, 'scalars')
  @Optional()
  address?: Address;

  @Day()
  @Optional()
  expiresOn?: string;
}
