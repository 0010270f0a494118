import { bankHolidayNumbers } from './bank-holidays';
import { type Day, type DayNumber, dayNumber, weekday } from './calendar';
import type { Instant } from './instant';
import { instantInLondon, londonDayNumber, londonTimeOfDay, readTimeOfDay, type TimeOfDay } from './london-time';

/** Monday to Friday, and no bank holiday of England and Wales. */
export const isWorkingDayNumber = (number: DayNumber): boolean => {
  const day = weekday(number);
  return day !== 0 && day !== 6 && !bankHolidayNumbers.has(number);
};

/** @throws NotADay */
export const isWorkingDay = (day: Day): boolean => isWorkingDayNumber(dayNumber(day));

/** The first working day after a day. */
export const workingDayNumberAfter = (number: DayNumber): DayNumber => {
  let day = number + 1;
  while (!isWorkingDayNumber(day)) day += 1;
  return day;
};

/**
 * The same London time `n` working days later (contract.md, section 2): Friday 16:00 and one working day is Monday 16:00, also over the weekend
 * on which the clocks change. From a Saturday the first day that counts is Monday. `n` of 0 is the instant itself, whatever its day.
 * @param n whole and not negative
 */
export const addWorkingDays = (instant: Instant, n: number): Instant => {
  if (n <= 0) return instant;
  let day = londonDayNumber(instant);
  for (let counted = 0; counted < n; counted += 1) day = workingDayNumberAfter(day);
  return instantInLondon(day, londonTimeOfDay(instant));
};

/**
 * A time on the first working day after the day that it is in London at an instant, never on that day itself: the list of what came in on
 * Monday, at whatever hour, is due on Tuesday. @throws NotATimeOfDay
 */
export const nextWorkingDayAt = (instant: Instant, time: TimeOfDay): Instant =>
  instantInLondon(workingDayNumberAfter(londonDayNumber(instant)), readTimeOfDay(time));
