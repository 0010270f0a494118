import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { addDays, dayNumber, dayOfNumber, daysBetween, isDay, NotADay } from './calendar';

const dayNumbers = fc.integer({ min: -719_528, max: 2_932_896 });

describe('A day of the calendar', () => {
  it('is the day that Temporal counts, from the year 0 to the year 9999', () => {
    fc.assert(
      fc.property(dayNumbers, (number) => {
        const day = Temporal.PlainDate.from('1970-01-01').add({ days: number });
        expect(dayOfNumber(number)).toBe(day.toString());
        expect(dayNumber(day.toString())).toBe(number);
      }),
      { numRuns: 1000 },
    );
  });

  it.each(['2024-02-29', '2000-02-29', '0000-02-29', '9999-12-31'])('has %s', (day) => {
    expect(isDay(day)).toBe(true);
  });

  it.each([
    '2023-02-29',
    '1900-02-29',
    '2024-00-10',
    '2024-13-01',
    '2024-04-31',
    '2024-4-3',
    '2024/04/03',
    '20240403',
    '2024-04-03T',
    '',
    '२०२४-०४-०३',
  ])('has no %j', (day) => {
    expect(isDay(day)).toBe(false);
    expect(() => addDays(day, 1)).toThrow(NotADay);
  });

  it('that is none is refused without repeating it, since it may be a date of birth', () => {
    expect(() => dayNumber('1984-02-30')).toThrow(
      expect.not.objectContaining({ message: expect.stringContaining('1984') as string }) as Error,
    );
  });

  it('stands still at both ends of the calendar, so that an order which never ends stops nothing', () => {
    expect(addDays('9999-12-31', 1)).toBe('9999-12-31');
    expect(addDays('0000-01-01', -1)).toBe('0000-01-01');
  });

  it('lies as many days after another as were added to it', () => {
    expect(daysBetween('2024-02-28', addDays('2024-02-28', 90))).toBe(90);
    expect(daysBetween('2024-03-01', '2024-02-28')).toBe(-2);
  });
});
