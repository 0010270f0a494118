/** Letters that Unicode does not take apart into a letter and an accent. */
const LETTERS: Readonly<Record<string, string>> = { ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', đ: 'd', ð: 'd', ħ: 'h', ł: 'l', þ: 'th', ı: 'i' };

/**
 * A name as it is compared: lower case, without accents and apostrophes, hyphens and other marks read as spaces, one space
 * between words. `O’Neill` and `ONEILL`, `Zoë` and `Zoe`, `Mary-Ann` and `mary  ann` are the same.
 */
export const foldName = (name: string): string =>
  name
    .replaceAll('´', '')
    .normalize('NFKD')
    .replace(/[\u0300-\u036f\u064b-\u0652]/g, '')
    .replace(/['’‘ʼʹ′`]/g, '')
    .toLowerCase()
    .replace(/[ßæœøđðħłþı]/g, (letter) => LETTERS[letter] ?? letter)
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();

/** A name as it is looked up: folded and without its spaces, so that `De la Cruz` is found as `Delacruz`. */
export const foldNameClosed = (name: string): string => foldName(name).replaceAll(' ', '').normalize('NFKD');

/** A postcode of any country: upper-case letters and digits alone. `s1 2ab` and `S12AB` are the same. */
export const foldPostcode = (postcode: string): string =>
  postcode
    .normalize('NFKD')
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '');

/** An NHS number: its digits alone. `943 476 5919` and `943-476-5919` are the same. */
export const foldNhsNumber = (number: string): string => number.normalize('NFKD').replace(/\D/g, '');

/** A name with a date of birth, in the form that the blind index `name-dob` takes. */
export const nameWithBirth = (name: string, dateOfBirth: string): string => `${foldNameClosed(name)}|${dateOfBirth.trim()}`;
