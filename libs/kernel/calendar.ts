import { Fault } from './faults';

/**
 * A day of the calendar, `YYYY-MM-DD` (proleptic Gregorian, years 0000 to 9999). Wherever an instant becomes a day, it is the day that it was
 * in London. Days compare as text: `'2024-03-04' < '2024-03-05'`.
 */
export type Day = string;

/** Something that was handed over as a day is none: `2024-02-30`, `4 March`. The message carries no value, which may be a date of birth. */
export class NotADay extends Fault {
  override readonly retriable = false;

  constructor() {
    super('not a day of the form YYYY-MM-DD that the calendar has');
  }
}

/** Days counted from 1970-01-01, which is 0. */
export type DayNumber = number;

const FIRST: DayNumber = -719_528; // 0000-01-01
const LAST: DayNumber = 2_932_896; // 9999-12-31

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

export const daysInMonth = (year: number, month: number): number =>
  month === 2 ? (isLeap(year) ? 29 : 28) : month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;

/** The civil calendar as arithmetic, after Howard Hinnant's "chrono-compatible low-level date algorithms": eras of 400 years that begin in March. */
export const numberOfDate = (year: number, month: number, day: number): DayNumber => {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
  return era * 146_097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719_468;
};

const digits = (text: string, from: number, to: number): number => {
  let value = 0;
  for (let i = from; i < to; i += 1) {
    const digit = text.charCodeAt(i) - 48;
    if (!(digit >= 0 && digit <= 9)) return Number.NaN;
    value = value * 10 + digit;
  }
  return value;
};

/** The number of the day that stands in `text` at `from`; `NaN` where there is none. */
export const readDay = (text: string, from = 0): DayNumber => {
  if (text.charCodeAt(from + 4) !== 45 || text.charCodeAt(from + 7) !== 45) return Number.NaN;
  const year = digits(text, from, from + 4);
  const month = digits(text, from + 5, from + 7);
  const day = digits(text, from + 8, from + 10);
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month) ? numberOfDate(year, month, day) : Number.NaN;
};

export const isDay = (text: string): text is Day => text.length === 10 && !Number.isNaN(readDay(text));

/** @throws NotADay */
export const dayNumber = (day: Day): DayNumber => {
  const number = day.length === 10 ? readDay(day) : Number.NaN;
  if (Number.isNaN(number)) throw new NotADay();
  return number;
};

/** A century of days, and room: what a fold asks for again and again is written once. */
const REMEMBERED = 50_000;
const written = new Map<DayNumber, Day>();

/** The day of a number. Before 0000-01-01 and after 9999-12-31 the calendar stands still: an order that "never ends" must not stop the log. */
export const dayOfNumber = (number: DayNumber): Day => {
  const known = written.get(number);
  if (known !== undefined) return known;
  const day = new Date(Math.min(Math.max(number, FIRST), LAST) * 86_400_000).toISOString().slice(0, 10);
  if (written.size >= REMEMBERED) written.clear();
  written.set(number, day);
  return day;
};

/** The day `n` calendar days later, earlier where `n` is negative. @throws NotADay */
export const addDays = (day: Day, n: number): Day => dayOfNumber(dayNumber(day) + n);

/** How many days `to` lies after `from`; negative where it lies before. @throws NotADay */
export const daysBetween = (from: Day, to: Day): number => dayNumber(to) - dayNumber(from);

/** The day `n` months later with the same number in its month, or that month's last day where it has no such number. */
export const numberMonthsLater = (number: DayNumber, n: number): DayNumber => {
  const day = dayOfNumber(number);
  const months = digits(day, 0, 4) * 12 + digits(day, 5, 7) - 1 + n;
  const year = Math.floor(months / 12);
  const month = months - year * 12 + 1;
  return numberOfDate(year, month, Math.min(digits(day, 8, 10), daysInMonth(year, month)));
};

/** 0 is Sunday, 6 is Saturday. */
export const weekday = (number: DayNumber): number => (((number + 4) % 7) + 7) % 7;
