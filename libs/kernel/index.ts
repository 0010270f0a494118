export { type Age, ageOn, type DateOfBirth } from './age';
export { type BankHoliday, bankHolidays } from './bank-holidays';
export { addDays, type Day, daysBetween, isDay } from './calendar';
export * from './faults';
export { DAY, formatInstant, HOUR, type Instant, MINUTE, parseInstant } from './instant';
export { addMonths, atLondon, endOfDay, londonDay, londonTime, startOfDay, type TimeOfDay, yearOf } from './london-time';
export * from './refs';
export { isSchoolDay, isYearlySpan, schoolDayAfter, type YearlySpan } from './school-days';
export { addWorkingDays, type ExtraHolidays, isWorkingDay, nextWorkingDayAt } from './working-days';
