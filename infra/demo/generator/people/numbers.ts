/** The NHS keeps 999 for tests; the demo's own families have numbers that begin with 999 2, and are left alone. */
const LEADING = [3, 4, 5, 6, 7, 8, 9, 0, 1] as const;
const WEIGHTS = [10, 9, 8, 7, 6, 5, 4, 3, 2] as const;
const EACH = 100_000;

/**
 * A valid NHS number that nobody has, another for every serial number. One in eleven serials has no check digit, and beyond 900,000
 * there are no numbers left: then there is none.
 */
export const nhsNumber = (serial: number): string | undefined => {
  const lead = LEADING[Math.floor(serial / EACH)];
  if (lead === undefined) return undefined;
  const nine = `999${lead}${String(serial % EACH).padStart(5, '0')}`;
  const sum = WEIGHTS.reduce((total, weight, place) => total + weight * Number(nine[place]), 0);
  const check = (11 - (sum % 11)) % 11;
  return check === 10 ? undefined : `${nine}${check}`;
};

const PNC_LETTERS = 'ZABCDEFGHJKLMNPQRTUVWXY';

/** A Police National Computer identifier with its check letter. */
export const pncId = (year: number, serial: number): string => {
  const seven = String(serial % 10_000_000).padStart(7, '0');
  return `${year}/${seven}${PNC_LETTERS[Number(`${String(year).slice(2)}${seven}`) % 23] ?? 'Z'}`;
};

/** Ofcom keeps 07700 900000 to 900999 for drama. */
export const phoneNumber = (number: number): string => `+447700900${String(number % 1_000).padStart(3, '0')}`;
