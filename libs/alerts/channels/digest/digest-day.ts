import { addDays, atLondon, type Day, type Instant, isWorkingDay, londonDay } from '@throughline/kernel';

const AT = '08:00';

const MONDAY = 1;

const weekdayOf = (day: Day): number => new Date(`${day}T12:00:00Z`).getUTCDay();

/** Whether a digest of this kind goes out on a day: for what to know on each working day, for what to tidy on Mondays. */
const isDue = (kind: 'know' | 'tidy', day: Day): boolean => (kind === 'know' ? isWorkingDay(day) : weekdayOf(day) === MONDAY);

/** When the digests of a day go out: at eight in London. */
export const digestTime = (day: Day): Instant => atLondon(day, AT);

/** The last day on which a digest was due by an instant: at 08:00 in London. */
export const lastDigestDay = (kind: 'know' | 'tidy', now: Instant): Day => {
  let day = londonDay(now);
  if (now < digestTime(day)) day = addDays(day, -1);
  while (!isDue(kind, day)) day = addDays(day, -1);
  return day;
};
