import { isDay } from '@throughline/kernel';

/** A day, or the month or the year of one: many dates of birth are known no closer. */
export const isDateOfBirth = (text: string): boolean => {
  if (text.length === 4) return isDay(`${text}-01-01`);
  return text.length === 7 ? isDay(`${text}-01`) : isDay(text);
};
