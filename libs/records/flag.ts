import { Address } from './address';
import { CommonData } from './common-data';
import { Day, OneOf, Optional, Whole } from './fields';

export const FLAGS = ['address-marker', 'gold-flag', 'marac', 'weapons', 'other'] as const;
export type Flag = (typeof FLAGS)[number];

/** What police put on a person or an address so that whoever is sent there knows before the door opens. */
export class PoliceFlag extends CommonData {
  /**
   * What the flag says. address-marker: domestic abuse at an address. gold-flag: a victim at high risk of harm. marac: heard at MARAC.
   * weapons: access to weapons.
   */
  @OneOf(FLAGS)
  flag: Flag;

  /** The address that the flag is on, where it is on an address and not only on a person. */
  @Whole('protected', () => Address, 'scalars')
  @Optional()
  address?: Address;

  /** The last day on which the flag holds. Absent: it holds until it is removed. */
  @Day()
  @Optional()
  expiresOn?: string;
}
