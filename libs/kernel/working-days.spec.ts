import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { bankHolidays } from './bank-holidays';
import { addDays, daysBetween } from './calendar';
import { formatInstant, parseInstant } from './instant';
import { londonDay, londonTime } from './london-time';
import { addWorkingDays, isWorkingDay, nextWorkingDayAt } from './working-days';

const at = (text: string) => parseInstant(text) ?? Number.NaN;
const instants = fc.integer({ min: Date.UTC(2010, 0, 1), max: Date.UTC(2040, 0, 1) });
const counts = fc.integer({ min: 1, max: 60 });

/** The days after `from` up to `to` that are neither weekend nor bank holiday, counted the long way. */
const countedBetween = (from: string, to: string) =>
  Array.from({ length: daysBetween(from, to) }, (_, index) => addDays(from, index + 1)).filter(
    (day) => Temporal.PlainDate.from(day).dayOfWeek < 6 && !bankHolidays(Number(day.slice(0, 4))).some((holiday) => holiday.day === day),
  ).length;

describe('Working days', () => {
  it.each([
    ['a Monday counts', '2024-03-04', true],
    ['a Saturday does not', '2024-03-02', false],
    ['a Sunday does not', '2024-03-03', false],
    ['Good Friday does not', '2024-03-29', false],
    ['the Monday that Boxing Day was moved to does not', '2026-12-28', false],
    ['the Monday from which VE Day took the holiday does', '2020-05-04', true],
    ['the day of the State Funeral does not', '2022-09-19', false],
  ])('%s', (_sentence, day, works) => {
    expect(isWorkingDay(day)).toBe(works);
  });

  it.each([
    ['a Friday afternoon and one is Monday afternoon', '2024-03-01T16:00:00Z', 1, '2024-03-04T16:00:00.000Z'],
    ['from a Saturday the first is Monday, at the same time', '2024-03-02T10:00:00Z', 1, '2024-03-04T10:00:00.000Z'],
    ['from a Sunday two are Tuesday', '2024-03-03T10:00:00Z', 2, '2024-03-05T10:00:00.000Z'],
    ['Easter is stepped over', '2024-03-28T09:00:00Z', 1, '2024-04-02T08:00:00.000Z'],
    ['the clocks going forward keep the London time', '2025-03-28T16:00:00Z', 1, '2025-03-31T15:00:00.000Z'],
    ['the clocks going back keep the London time', '2024-10-25T15:00:00Z', 1, '2024-10-28T16:00:00.000Z'],
    ['half past midnight in summer is the London day, not that of UTC', '2024-06-13T23:30:00Z', 1, '2024-06-16T23:30:00.000Z'],
    ['from the time that is shown twice', '2024-10-27T01:30:00Z', 1, '2024-10-28T01:30:00.000Z'],
    ['fractions of a second stay', '2024-03-04T10:00:00.123Z', 1, '2024-03-05T10:00:00.123Z'],
    ['none are the instant itself, on a Sunday too', '2024-03-03T10:00:00Z', 0, '2024-03-03T10:00:00.000Z'],
    ['forty-five from the new year', '2024-01-02T09:00:00Z', 45, '2024-03-05T09:00:00.000Z'],
  ])('%s', (_sentence, from, n, to) => {
    expect(formatInstant(addWorkingDays(at(from), n))).toBe(to);
  });

  it('that are added are found again by counting', () => {
    fc.assert(
      fc.property(instants, counts, (instant, n) => {
        expect(countedBetween(londonDay(instant), londonDay(addWorkingDays(instant, n)))).toBe(n);
      }),
    );
  });

  it('never end on a day that is none, and always at the time at which they began', () => {
    fc.assert(
      fc.property(instants, counts, (instant, n) => {
        const later = addWorkingDays(instant, n);
        expect(isWorkingDay(londonDay(later))).toBe(true);
        expect(londonTime(later)).toBe(londonTime(instant));
      }),
      { numRuns: 1000 },
    );
  });

  it('add up: some and then some more are all of them', () => {
    fc.assert(
      fc.property(instants, counts, counts, (instant, n, m) => {
        expect(addWorkingDays(addWorkingDays(instant, n), m)).toBe(addWorkingDays(instant, n + m));
      }),
    );
  });

  it('have a next one, at a time of it', () => {
    expect(formatInstant(nextWorkingDayAt(at('2024-03-01T23:00:00Z'), '08:00'))).toBe('2024-03-04T08:00:00.000Z');
    expect(formatInstant(nextWorkingDayAt(at('2024-03-04T05:00:00Z'), '08:00'))).toBe('2024-03-05T08:00:00.000Z');
    expect(formatInstant(nextWorkingDayAt(at('2024-06-14T05:00:00Z'), '08:00'))).toBe('2024-06-17T07:00:00.000Z');
  });

  it('are not used up at the end of the calendar', () => {
    expect(formatInstant(addWorkingDays(at('9999-12-31T12:00:00Z'), 5))).toBe('9999-12-31T23:59:59.999Z');
  });
});
