import { type Day, type DayNumber, dayNumber, dayOfNumber, numberMonthsLater } from './calendar';
import { Fault } from './faults';
import { DAY, HOUR, type Instant, MINUTE, withinCalendar } from './instant';
import { londonOffset } from './summer-time';

/** A time of day, `HH:MM`, from `00:00` to `23:59`, on London's clocks. */
export type TimeOfDay = string;

/** Something that was handed over as a time of day is none. */
export class NotATimeOfDay extends Fault {
  override readonly retriable = false;

  constructor() {
    super('not a time of day of the form HH:MM');
  }
}

/** What London's clocks show, as milliseconds that would be an instant if London were at UTC. */
const localOf = (instant: Instant): number => instant + londonOffset(instant);

/** The number of the day that it is in London at an instant. */
export const londonDayNumber = (instant: Instant): DayNumber => Math.floor(localOf(instant) / DAY);

/** Milliseconds since London's clocks showed midnight: 02:00 is two hours, even on the night in which one of them was left out. */
export const londonTimeOfDay = (instant: Instant): number => {
  const local = localOf(instant);
  return local - Math.floor(local / DAY) * DAY;
};

/**
 * The instant at which London's clocks show a time on a day. When they go forward, a time that they leave out is taken as much later as they
 * jump (01:30 is 02:30); when they go back, a time that comes twice is the earlier one. (This is what Temporal calls "compatible".)
 */
export const instantInLondon = (number: DayNumber, timeOfDay: number): Instant => {
  const local = number * DAY + timeOfDay;
  const before = londonOffset(local - DAY);
  const withBefore = local - before;
  if (londonOffset(withBefore) === before) return withinCalendar(withBefore);
  const after = londonOffset(local + DAY);
  const withAfter = local - after;
  return withinCalendar(londonOffset(withAfter) === after ? withAfter : withBefore);
};

/** The day that it is in London at an instant. */
export const londonDay = (instant: Instant): Day => dayOfNumber(londonDayNumber(instant));

const two = (value: number): string => (value < 10 ? `0${value}` : `${value}`);

/** What London's clocks show at an instant, to the minute. */
export const londonTime = (instant: Instant): TimeOfDay => {
  const timeOfDay = londonTimeOfDay(instant);
  return `${two(Math.floor(timeOfDay / HOUR))}:${two(Math.floor((timeOfDay % HOUR) / MINUTE))}`;
};

/** The first instant of a day: midnight in London. @throws NotADay */
export const startOfDay = (day: Day): Instant => instantInLondon(dayNumber(day), 0);

/**
 * The last instant of a day: one millisecond before the next midnight in London, so that its London day is still that day.
 * What falls due on a bare date falls due then (contract.md, section 2). @throws NotADay
 */
export const endOfDay = (day: Day): Instant => instantInLondon(dayNumber(day) + 1, 0) - 1;

const TIME_OF_DAY = /^([01]\d|2[0-3]):([0-5]\d)$/;

/** @throws NotATimeOfDay */
export const readTimeOfDay = (text: TimeOfDay): number => {
  const match = TIME_OF_DAY.exec(text);
  if (match === null) throw new NotATimeOfDay();
  return Number(match[1]) * HOUR + Number(match[2]) * MINUTE;
};

/** The instant at which London's clocks show `time` on `day`; see `instantInLondon` for the nights on which they change. @throws NotADay, NotATimeOfDay */
export const atLondon = (day: Day, time: TimeOfDay): Instant => instantInLondon(dayNumber(day), readTimeOfDay(time));

/**
 * The same day of the month `n` calendar months later (earlier where `n` is negative), or that month's last day where it is shorter:
 * a month after 31 January is 28 or 29 February. An instant keeps its London time of day. @throws NotADay
 */
export function addMonths(day: Day, n: number): Day;
export function addMonths(instant: Instant, n: number): Instant;
export function addMonths(from: Day | Instant, n: number): Day | Instant {
  return typeof from === 'string'
    ? dayOfNumber(numberMonthsLater(dayNumber(from), n))
    : instantInLondon(numberMonthsLater(londonDayNumber(from), n), londonTimeOfDay(from));
}

/** The year of a day, or the year that it is in London at an instant. */
export const yearOf = (when: Day | Instant): number => Number((typeof when === 'string' ? when : londonDay(when)).slice(0, 4));
