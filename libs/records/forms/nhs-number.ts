const WEIGHTS = [10, 9, 8, 7, 6, 5, 4, 3, 2] as const;

/**
 * NHS number (NHS Data Dictionary): ten digits, the last of them the modulus 11 check of the nine before.
 * Ten equal digits pass the arithmetic and are nobody's number.
 */
export const isNhsNumber = (text: string): boolean => {
  if (!/^\d{10}$/.test(text) || /^(\d)\1{9}$/.test(text)) return false;
  const sum = WEIGHTS.reduce((total, weight, place) => total + weight * Number(text[place]), 0);
  const check = (11 - (sum % 11)) % 11;
  return check === Number(text[9]);
};
