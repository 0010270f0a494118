import { readDay } from './calendar';

/** A moment: milliseconds since 1970-01-01T00:00:00Z. Its text is RFC 3339 in UTC with milliseconds. */
export type Instant = number;

export const MINUTE = 60_000;
export const HOUR = 3_600_000;
export const DAY = 86_400_000;

/** The first and the last moment that RFC 3339 can write in UTC: its years have four digits. */
const FIRST: Instant = -62_167_219_200_000;
const LAST: Instant = 253_402_300_799_999;

/** The nearest moment that can be written. Only a date of the far end of the calendar, 9999-12-31 as "for ever", is ever moved by it. */
export const withinCalendar = (instant: Instant): Instant => Math.min(Math.max(instant, FIRST), LAST);

const RFC_3339 = /^\d{4}-\d\d-\d\d[Tt]([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d+)?([Zz]|[+-]([01]\d|2[0-3]):[0-5]\d)$/;

const pair = (text: string, at: number): number => text.charCodeAt(at) * 10 + text.charCodeAt(at + 1) - 528;

/** Three digits of a fraction count; what is finer than a millisecond is cut off, never rounded up into a later moment. */
const milliseconds = (fraction: string): number => Number(fraction.slice(1, 4).padEnd(3, '0'));

/**
 * The moment that an RFC 3339 date-time names, or `undefined` where the text is none: no zone, a day that the calendar lacks, hour 24.
 * Any offset, any fraction and lower-case `t` and `z` are taken. A leap second (`:60`) is refused: no clock that the hub compares with shows one.
 * So is a moment that cannot be written in UTC with a year from 0000 to 9999.
 */
export const parseInstant = (text: string): Instant | undefined => {
  const match = RFC_3339.exec(text);
  if (match === null) return undefined;
  const day = readDay(text);
  if (Number.isNaN(day)) return undefined;
  const [, , fraction, zone = 'Z'] = match;
  let instant = day * DAY + pair(text, 11) * HOUR + pair(text, 14) * MINUTE + pair(text, 17) * 1000;
  if (fraction !== undefined) instant += milliseconds(fraction);
  if (zone.length > 1) {
    const offset = pair(zone, 1) * HOUR + pair(zone, 4) * MINUTE;
    instant += zone.startsWith('+') ? -offset : offset;
  }
  return instant >= FIRST && instant <= LAST ? instant : undefined;
};

/** `2024-03-04T10:00:00.000Z`; `parseInstant` reads it back as the same moment. */
export const formatInstant = (instant: Instant): string => new Date(instant).toISOString();
