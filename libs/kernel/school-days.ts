import { type Day, type DayNumber, dayNumber, dayOfNumber } from './calendar';
import { isWorkingDayNumber, workingDayNumberAfter } from './working-days';

/** A span of every year, `MM-DD/MM-DD`, both ends included: `07-22/09-02`. One that ends before it begins goes over New Year: `12-20/01-03`. */
export type YearlySpan = string;

const YEARLY_SPAN = /^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])\/(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;

export const isYearlySpan = (text: string): text is YearlySpan => YEARLY_SPAN.test(text);

const lies = (monthDay: string, span: YearlySpan): boolean => {
  const from = span.slice(0, 5);
  const to = span.slice(6);
  return from <= to ? from <= monthDay && monthDay <= to : monthDay >= from || monthDay <= to;
};

const isSchoolDayNumber = (number: DayNumber, holidays: readonly YearlySpan[]): boolean => {
  if (!isWorkingDayNumber(number)) return false;
  const monthDay = dayOfNumber(number).slice(5);
  return !holidays.some((span) => lies(monthDay, span));
};

/** A working day in term (safeguards.md, `encompass`). @throws NotADay */
export const isSchoolDay = (day: Day, holidays: readonly YearlySpan[]): boolean =>
  isSchoolDayNumber(dayNumber(day), holidays);

/**
 * The first school day after a day, never that day itself. Where the settings leave no day of the year in term, it is the next working day:
 * a mistake in the settings must not leave a child's school untold. @throws NotADay
 */
export const schoolDayAfter = (day: Day, holidays: readonly YearlySpan[]): Day => {
  const from = dayNumber(day);
  for (let number = from + 1; number <= from + 366; number += 1) {
    if (isSchoolDayNumber(number, holidays)) return dayOfNumber(number);
  }
  return dayOfNumber(workingDayNumberAfter(from));
};
