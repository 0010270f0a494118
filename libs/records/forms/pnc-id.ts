/** The letters of the check, by remainder: I, O and S are left out because they read like digits. */
const CHECK_LETTERS = 'ZABCDEFGHJKLMNPQRTUVWXY';

/**
 * Police National Computer identifier of a person, `YYYY/NNNNNNNL`: the letter is the remainder by 23 of the year's
 * last two digits followed by the seven of the serial number.
 */
export const isPncId = (text: string): boolean => {
  const parts = /^\d{2}(\d{2})\/(\d{7})([A-Z])$/.exec(text);
  return parts !== null && CHECK_LETTERS[Number(`${parts[1]}${parts[2]}`) % 23] === parts[3];
};
