import { numberOfDate, weekday } from './calendar';
import { DAY, HOUR, type Instant } from './instant';

/** Sunday on or after a day of the month: the form in which the orders under the Summer Time Act 1972 were made. */
const sundayFrom = (year: number, month: number, day: number): number => {
  const number = numberOfDate(year, month, day);
  return number + ((7 - weekday(number)) % 7);
};

/** The year whose summer an instant can lie in. It may be a day off around New Year, far from any summer time, and costs one division. */
const MEAN_YEAR = 365.2425 * DAY;
const summerYear = (instant: Instant): number => 1970 + Math.floor(instant / MEAN_YEAR);

/** When British Summer Time begins and ends: the Summer Time Act 1972 and its orders to 1995, then the rule of the Summer Time Order 2002. */
const summerOf = (year: number): readonly [begins: Instant, ends: Instant] => {
  const hour = year < 1981 ? 2 * HOUR : HOUR;
  const begins = year < 1981 ? sundayFrom(year, 3, 16) : sundayFrom(year, 3, 25);
  const ends = year < 1990 ? sundayFrom(year, 10, 23) : year < 1996 ? sundayFrom(year, 10, 22) : sundayFrom(year, 10, 25);
  return [begins * DAY + hour, ends * DAY + hour];
};

const summers: (readonly [Instant, Instant])[] = [];

/** Before 1972 summer time was set anew nearly every year, for a while twice a year: there the platform's time zone data answers. */
const RULES_FROM: Instant = numberOfDate(1972, 1, 1) * DAY;
const FIRST_SUMMER: Instant = numberOfDate(1916, 5, 21) * DAY;

let zone: Intl.DateTimeFormat | undefined;

const offsetBeforeTheRules = (instant: Instant): number => {
  if (instant < FIRST_SUMMER) return 0;
  zone ??= new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', timeZoneName: 'longOffset' });
  const name = zone.formatToParts(instant).find((part) => part.type === 'timeZoneName')?.value ?? 'GMT';
  return name === 'GMT' ? 0 : Number(name.slice(4, 6)) * HOUR;
};

/**
 * How far London's clocks are ahead of UTC at an instant, in milliseconds: 0, or an hour in summer (in some years before 1972 two).
 * The rule stands in the code, not in the machine's time zone data, so that every machine fires a deadline at the same instant.
 * Before the first summer time of 1916 it is Greenwich Mean Time.
 */
export const londonOffset = (instant: Instant): number => {
  if (instant < RULES_FROM) return offsetBeforeTheRules(instant);
  const year = summerYear(instant);
  const [begins, ends] = (summers[year - 1970] ??= summerOf(year));
  return instant >= begins && instant < ends ? HOUR : 0;
};
