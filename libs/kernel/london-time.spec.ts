import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { NotADay } from './calendar';
import { formatInstant, parseInstant } from './instant';
import { addMonths, atLondon, endOfDay, londonDay, londonTime, NotATimeOfDay, startOfDay, yearOf } from './london-time';

const at = (text: string) => parseInstant(text) ?? Number.NaN;
const inTemporal = (instant: number) => Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO('Europe/London');
const instantsOf = (from: number, to: number) => fc.integer({ min: Date.UTC(from, 0, 1), max: Date.UTC(to, 0, 1) });

describe("London's clocks", () => {
  it.each([
    ['since the Summer Time Act', 1972, 2100],
    ['in the years of double summer time, of standard time and before', 1880, 1973],
  ])('show what Temporal says that they show, %s', (_years, from, to) => {
    fc.assert(
      fc.property(instantsOf(from, to), (instant) => {
        const zoned = inTemporal(instant);
        expect(londonDay(instant)).toBe(zoned.toPlainDate().toString());
        expect(londonTime(instant)).toBe(zoned.toPlainTime().toString().slice(0, 5));
      }),
      { numRuns: 1000 },
    );
  });

  it('change at the very millisecond at which Temporal changes them, every year', () => {
    let next = Temporal.PlainDate.from('1972-01-01').toZonedDateTime('Europe/London').getTimeZoneTransition('next');
    let changes = 0;
    for (; next !== null && next.year < 2037; next = next.getTimeZoneTransition('next')) {
      for (const instant of [next.epochMilliseconds - 1, next.epochMilliseconds]) {
        expect(londonTime(instant)).toBe(inTemporal(instant).toPlainTime().toString().slice(0, 5));
      }
      changes += 1;
    }
    expect(changes).toBe(2 * (2037 - 1972));
  });

  it('name the instant of a day and a time as Temporal does, the nights of the changes among them', () => {
    const changes = ['2024-03-31', '2024-10-27', '2025-03-30', '2025-10-26', '1995-10-22', '1981-03-29'];
    const days = fc.oneof(
      fc.constantFrom(...changes),
      instantsOf(1972, 2100).map((instant) => londonDay(instant)),
    );
    const times = fc
      .integer({ min: 0, max: 1439 })
      .map((minutes) => Temporal.PlainTime.from('00:00').add({ minutes }).toString().slice(0, 5));
    fc.assert(
      fc.property(days, times, (day, time) => {
        expect(atLondon(day, time)).toBe(
          Temporal.PlainDate.from(day).toZonedDateTime({ timeZone: 'Europe/London', plainTime: time }).epochMilliseconds,
        );
      }),
      { numRuns: 1000 },
    );
  });

  it('leave 01:30 out on the last Sunday of March: it is taken as 02:30', () => {
    expect(formatInstant(atLondon('2024-03-31', '01:30'))).toBe('2024-03-31T01:30:00.000Z');
    expect(londonTime(atLondon('2024-03-31', '01:30'))).toBe('02:30');
  });

  it('show 01:30 twice on the last Sunday of October: the first is meant', () => {
    expect(formatInstant(atLondon('2024-10-27', '01:30'))).toBe('2024-10-27T00:30:00.000Z');
  });

  it.each(['24:00', '8:00', '08:60', '08:00:00', ''])('never show %j', (time) => {
    expect(() => atLondon('2024-03-04', time)).toThrow(NotATimeOfDay);
  });
});

describe('A day in London', () => {
  it('begins at its own midnight, in summer an hour before that of UTC', () => {
    expect(formatInstant(startOfDay('2024-07-01'))).toBe('2024-06-30T23:00:00.000Z');
    expect(formatInstant(startOfDay('2024-12-01'))).toBe('2024-12-01T00:00:00.000Z');
  });

  it('ends a millisecond before the next begins, and is still that day', () => {
    expect(formatInstant(endOfDay('2024-07-01'))).toBe('2024-07-01T22:59:59.999Z');
    fc.assert(
      fc.property(instantsOf(1916, 2100), (instant) => {
        const day = londonDay(instant);
        expect(londonDay(startOfDay(day))).toBe(day);
        expect(londonDay(endOfDay(day))).toBe(day);
        expect(londonDay(endOfDay(day) + 1)).not.toBe(day);
        expect(startOfDay(day) <= instant && instant <= endOfDay(day)).toBe(true);
      }),
    );
  });

  it('has 23 hours when the clocks go forward and 25 when they go back', () => {
    expect((endOfDay('2024-03-31') + 1 - startOfDay('2024-03-31')) / 3_600_000).toBe(23);
    expect((endOfDay('2024-10-27') + 1 - startOfDay('2024-10-27')) / 3_600_000).toBe(25);
  });

  it('ends even where it is the last of the calendar', () => {
    expect(formatInstant(endOfDay('9999-12-31'))).toMatch(/^9999-12-31T23:59:59\.99\dZ$/);
  });

  it('of which there is none is refused', () => {
    expect(() => endOfDay('2024-02-30')).toThrow(NotADay);
  });

  it('belongs to a year, and an instant to the year that it is in London', () => {
    expect(yearOf('2020-01-01')).toBe(2020);
    expect(yearOf(at('2020-12-31T23:59:59Z'))).toBe(2020);
    expect(yearOf(at('1970-12-31T23:30:00Z'))).toBe(1971);
  });
});

describe('Some months later', () => {
  it.each([
    ['2024-01-31', 1, '2024-02-29'],
    ['2023-01-31', 1, '2023-02-28'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2024-05-31', -3, '2024-02-29'],
    ['2024-01-15', -1, '2023-12-15'],
    ['2024-03-04', 0, '2024-03-04'],
    ['9999-12-31', 1, '9999-12-31'],
  ])('than %s, %d of them, is %s', (day, months, later) => {
    expect(addMonths(day, months)).toBe(later);
  });

  it("is what Temporal makes of it, at the same time by London's clocks", () => {
    fc.assert(
      fc.property(instantsOf(1975, 2095), fc.integer({ min: -36, max: 36 }), (instant, months) => {
        const zoned = inTemporal(instant);
        // Of a time that comes twice the hub takes the first; Temporal remembers which of the two it began with.
        const later = zoned.toPlainDateTime().add({ months }).toZonedDateTime('Europe/London');
        expect(addMonths(instant, months)).toBe(later.epochMilliseconds);
        expect(addMonths(londonDay(instant), months)).toBe(zoned.toPlainDate().add({ months }).toString());
      }),
      { numRuns: 1000 },
    );
  });
});
