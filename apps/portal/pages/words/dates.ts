import { formatInstant, type Instant, isDay, londonDay, londonTime, parseInstant } from '@throughline/kernel';

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

/** `4 March 2024`, and `March 2024` or `2024` where no more is known. */
export const dayInWords = (day: string): string => {
  const [year = '', month, date] = day.split('-');
  const name = month === undefined ? undefined : MONTHS[Number(month) - 1];
  return [date === undefined ? [] : String(Number(date)), name ?? [], year].flat().join(' ');
};

const hourInWords = (time: string): string => {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  if (minute === 0 && hour === 0) return 'midnight';
  if (minute === 0 && hour === 12) return 'midday';
  const part = minute === 0 ? '' : `:${time.slice(3)}`;
  return `${String(hour % 12 === 0 ? 12 : hour % 12)}${part}${hour < 12 ? 'am' : 'pm'}`;
};

/** London's clocks are at GMT, or an hour before it. */
const zone = (instant: Instant): string => (formatInstant(instant).slice(11, 16) === londonTime(instant) ? 'GMT' : 'BST');

/** A phrase with its dates in words. */
export const datesInWords = (phrase: string): string => phrase.replaceAll(/\b\d{4}-\d\d-\d\d\b/g, dayInWords);

/** `4 March 2024 at 10:05am GMT`; a moment that is the last of its day is `end of 4 March 2024`. */
export const momentInWords = (text: string): string => {
  const instant = parseInstant(text);
  if (instant === undefined) return text;
  const day = dayInWords(londonDay(instant));
  const time = londonTime(instant);
  return time === '23:59' && londonTime(instant + 60_000) === '00:00' && instant % 60_000 === 59_999
    ? `end of ${day}`
    : `${day} at ${hourInWords(time)} ${zone(instant)}`;
};

/** The day of a moment, in words. */
export const dayOfMoment = (text: string): string => {
  const instant = parseInstant(text);
  return instant === undefined ? text : dayInWords(londonDay(instant));
};

const TYPED = /^(\d{1,2})[\s/.-]+(\d{1,2}|[a-z]{3,9})[\s/.-]+(\d{4})$/i;

/** A day as people type it, `4 3 2024`, `4/3/2024`, `4 March 2024` or `2024-03-04`; undefined where there is no such day. */
export const readTypedDay = (text: string): string | undefined => {
  const typed = text.trim();
  if (isDay(typed)) return typed;
  const [, date = '', month = '', year = ''] = TYPED.exec(typed) ?? [];
  const named = MONTHS.findIndex((name) => month.length >= 3 && name.toLowerCase().startsWith(month.toLowerCase()));
  const number = named >= 0 ? String(named + 1) : month;
  const day = `${year}-${number.padStart(2, '0')}-${date.padStart(2, '0')}`;
  return isDay(day) ? day : undefined;
};
