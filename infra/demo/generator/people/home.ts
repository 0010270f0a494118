import type { Address } from '@throughline/records';
import type { Chance } from '../chance';

const STREETS = [
  ...['Orchard Mews', 'Canal Side', 'Lindley Court', 'Foundry Street', 'Whitaker Road', 'Spring Hill', 'Priory Close', 'Mill Race Lane'],
  ...[
    'Alma Terrace',
    'Hawthorn Avenue',
    'Quarry Bank',
    'Bramble Way',
    'St Aidan’s Road',
    'Infirmary Road',
    'Coleridge Walk',
    'Heeley Rise',
  ],
] as const;
const LETTERS = 'ABDEFGHJLNPQRSTUWXYZ';

/** An address of the area; its Unique Property Reference Number begins with the digits that councils do not use. */
export const homeIn = (chance: Chance, postcodes: readonly string[], marks: Partial<Address> = {}): Address => {
  const letter = (): string => LETTERS[chance.between(0, LETTERS.length - 1)] ?? 'A';
  const number = chance.between(1, 180);
  const street = STREETS[chance.between(0, STREETS.length - 1)] ?? 'Alma Terrace';
  const outward = postcodes[chance.between(0, postcodes.length - 1)] ?? 'ZZ1';
  return {
    lines: chance.is(0.25) ? [`Flat ${chance.between(1, 24)}`, `${number} ${street}`] : [`${number} ${street}`],
    postcode: `${outward} ${chance.between(1, 9)}${letter()}${letter()}`,
    ...(chance.is(0.4) ? { uprn: `9${String(chance.between(0, 99_999_999)).padStart(8, '0')}` } : {}),
    ...marks,
  };
};
