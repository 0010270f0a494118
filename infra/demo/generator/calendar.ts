import { DAY, HOUR, MINUTE } from '@throughline/kernel';
import type { Chance } from './chance';

/** Milliseconds since 1970. */
export type Moment = number;

/** So many days at least, and at most. */
export type Days = readonly [from: number, to: number];

const weekday = (at: Moment): number => (Math.floor(at / DAY) + 4) % 7;

const midnight = (at: Moment): Moment => Math.floor(at / DAY) * DAY;

/** The same moment where offices are open, else a morning soon after: nobody decides a referral on a Sunday night. */
const inOfficeHours = (chance: Chance, at: Moment): Moment => {
  const day = weekday(at);
  const closed = day === 0 ? 1 : day === 6 ? 2 : 0;
  const hour = (at - midnight(at)) / HOUR;
  if (closed === 0 && hour >= 8 && hour < 17) return at;
  const opening = closed > 0 ? midnight(at) + closed * DAY : midnight(at) + (hour < 8 ? 0 : weekday(at) === 5 ? 3 : 1) * DAY;
  return opening + 8 * HOUR + chance.between(0, 5 * 60) * MINUTE;
};

/** A working moment so many days later, by the minute. */
export const daysLater = (chance: Chance, at: Moment, from: number, to: number): Moment =>
  inOfficeHours(chance, at + Math.floor((from + chance.next() * (to - from)) * (DAY / MINUTE)) * MINUTE);

/** An hour at home: evenings, nights and weekends are when most call-outs are. */
export const atHome = (chance: Chance, at: Moment): Moment => {
  const hour = chance.is(0.7) ? chance.between(17, 26) : chance.between(7, 16);
  return midnight(at) + hour * HOUR + chance.between(0, 59) * MINUTE;
};

/** A MARAC meets every other Thursday (from 2010-01-07), at 9.30. */
const FIRST_MEETING: Moment = Date.UTC(2010, 0, 7, 9, 30);
const BETWEEN_MEETINGS = 14 * DAY;

/** The first meeting at least so many days later. */
export const nextMeeting = (at: Moment, atLeastDays: number): Moment =>
  FIRST_MEETING + Math.ceil((at + atLeastDays * DAY - FIRST_MEETING) / BETWEEN_MEETINGS) * BETWEEN_MEETINGS;
