import type { Address } from '@throughline/records';
import type { Settings } from '../settings/settings';

/** Not a place: the health service's postcodes for no fixed abode and for an address that is not known. */
const NOWHERE = 'ZZ99';

/** The outward code of a postcode, `S1` of `s1 2ab`; the whole of one that is not of the United Kingdom. Undefined where there is none. */
export const outwardCode = (postcode: string): string | undefined => {
  const plain = postcode.toUpperCase().replaceAll(/[^A-Z0-9]/g, '');
  if (plain === '') return undefined;
  return /^[A-Z]{1,2}[0-9][A-Z0-9]?[0-9][A-Z]{2}$/.test(plain) ? plain.slice(0, -3) : plain;
};

/** Whether an address lies outside the partnership, as far as its postcode tells; without one it cannot be known. */
export const isOutside = ({ postcode }: Address, { postcodes }: Pick<Settings, 'postcodes'>): boolean => {
  const outward = postcode === undefined ? undefined : outwardCode(postcode);
  if (outward === undefined || outward.startsWith(NOWHERE) || postcodes.length === 0) return false;
  return !postcodes.some((inside) => outwardCode(inside) === outward);
};
