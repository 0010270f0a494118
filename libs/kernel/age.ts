import { addDays, type Day, isDay, NotADay } from './calendar';
import { addMonths } from './london-time';

/** A date of birth as far as it is known: `1984-03-09`, `1984-03` or `1984`. */
export type DateOfBirth = string;

/** Whole years. Equal where the date of birth is known well enough; a number below 0 means not yet born. */
export interface Age {
  readonly least: number;
  readonly most: number;
}

const yearsBetween = (birth: Day, day: Day): number => {
  const years = Number(day.slice(0, 4)) - Number(birth.slice(0, 4));
  return day.slice(5) < birth.slice(5) ? years - 1 : years;
};

/** The last day of the month or year that begins on `first`, or that day itself: the last on which somebody with this date of birth can be born. */
const lastOf = (dateOfBirth: DateOfBirth, first: Day): Day =>
  dateOfBirth.length === 4 ? `${dateOfBirth}-12-31` : dateOfBirth.length === 7 ? addDays(addMonths(first, 1), -1) : first;

/**
 * How old somebody is on a day. A year is reached at the start of the birthday (Family Law Reform Act 1969, section 9); for those born on
 * 29 February that is 1 March where there is no such day. @throws NotADay
 */
export const ageOn = (dateOfBirth: DateOfBirth, day: Day): Age => {
  const first = dateOfBirth.length === 4 || dateOfBirth.length === 7 ? `${dateOfBirth}-01-01`.slice(0, 10) : dateOfBirth;
  if (!isDay(first) || !isDay(day)) throw new NotADay();
  return { least: yearsBetween(lastOf(dateOfBirth, first), day), most: yearsBetween(first, day) };
};
