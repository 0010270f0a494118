/**
 * Self-defined ethnicity as the police of England and Wales record it: the 18+1 codes of the 2011 census categories
 * (`NS` is "not stated"), and `O1`, Chinese in the older 16+1 list, which `A4` replaced.
 */
export const ETHNICITIES = [
  ...['W1', 'W2', 'W3', 'W9'],
  ...['M1', 'M2', 'M3', 'M9'],
  ...['A1', 'A2', 'A3', 'A4', 'A9'],
  ...['B1', 'B2', 'B9'],
  ...['O1', 'O2', 'O9'],
  'NS',
] as const;
