import type { ChannelName } from '@throughline/alerts';
import { DAY, HOUR } from '@throughline/kernel';

const FIRST = 5_000;
const LONGEST = 6 * HOUR;

/** Where the hub writes into its own tables there is nobody to be spared. */
const LONGEST_INSIDE = 5_000;

/** How long a message that cannot be delivered is tried. */
export const GIVE_UP_AFTER = 3 * DAY;

const isInside = (channel: ChannelName): boolean => channel === 'inbox' || channel === 'events';

export const givesUp = (channel: ChannelName): boolean => !isInside(channel);

/**
 * Milliseconds until the next attempt: twice as long after each, and of that between a half and the whole, so that those who failed
 * together do not come back together.
 * @param attempts made so far, at least one
 * @param random from 0 to 1
 */
export const pauseAfter = (channel: ChannelName, attempts: number, random: number): number => {
  const whole = Math.min(FIRST * 2 ** Math.min(attempts - 1, 30), isInside(channel) ? LONGEST_INSIDE : LONGEST);
  return Math.ceil(whole * (0.5 + random / 2));
};
