export { type Age, ageOn, type DateOfBirth } from './age';
export { addDays, type Day, daysBetween, isDay } from './calendar';
export * from './faults';
export { DAY, formatInstant, HOUR, type Instant, MINUTE, parseInstant } from './instant';
export { addMonths, atLondon, endOfDay, londonDay, londonTime, startOfDay, type TimeOfDay } from './london-time';
export { personId, refOfId } from './person-id';
export * from './refs';
export { isSchoolDay, isYearlySpan, schoolDayAfter, type YearlySpan } from './school-days';
export { addWorkingDays, isWorkingDay, nextWorkingDayAt } from './working-days';
