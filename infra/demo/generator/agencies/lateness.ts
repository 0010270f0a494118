import { DAY, HOUR, MINUTE } from '@throughline/kernel';
import type { Moment } from '../calendar';
import type { Chance } from '../chance';
import type { Habits } from './habits';

const minutes = (milliseconds: number): number => Math.floor(milliseconds / MINUTE) * MINUTE;

/** When an agency records what happened: mostly soon, sometimes after weeks, and now and then after more than ninety days. */
export const recordedAfter = (chance: Chance, at: Moment, habits: Habits): Moment => {
  if (!chance.is(habits.late)) return at + minutes(MINUTE + chance.next() ** 2 * habits.usualDays * DAY);
  const [from, to] = chance.is(0.35) ? [91, 260] : [8, 89];
  return at + minutes((from + chance.next() * (to - from)) * DAY);
};

/** When an agency records what others wait for: within the hour. */
export const atOnce = (chance: Chance, at: Moment): Moment => at + minutes(MINUTE + chance.next() * HOUR);
