import Holidays from 'date-holidays';
import { Temporal } from 'temporal-polyfill';
import { bankHolidays } from './bank-holidays';

const daysOf = (year: number) => bankHolidays(year).map((holiday) => holiday.day);
const years = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, index) => from + index);

/** What gov.uk published for England and Wales. */
const PUBLISHED: Record<number, readonly string[]> = {
  2010: ['01-01', '04-02', '04-05', '05-03', '05-31', '08-30', '12-27', '12-28'],
  2011: ['01-03', '04-22', '04-25', '04-29', '05-02', '05-30', '08-29', '12-26', '12-27'],
  2012: ['01-02', '04-06', '04-09', '05-07', '06-04', '06-05', '08-27', '12-25', '12-26'],
  2016: ['01-01', '03-25', '03-28', '05-02', '05-30', '08-29', '12-26', '12-27'],
  2020: ['01-01', '04-10', '04-13', '05-08', '05-25', '08-31', '12-25', '12-28'],
  2021: ['01-01', '04-02', '04-05', '05-03', '05-31', '08-30', '12-27', '12-28'],
  2022: ['01-03', '04-15', '04-18', '05-02', '06-02', '06-03', '08-29', '09-19', '12-26', '12-27'],
  2023: ['01-02', '04-07', '04-10', '05-01', '05-08', '05-29', '08-28', '12-25', '12-26'],
  2024: ['01-01', '03-29', '04-01', '05-06', '05-27', '08-26', '12-25', '12-26'],
  2025: ['01-01', '04-18', '04-21', '05-05', '05-26', '08-25', '12-25', '12-26'],
  2026: ['01-01', '04-03', '04-06', '05-04', '05-25', '08-31', '12-25', '12-28'],
  2027: ['01-01', '03-26', '03-29', '05-03', '05-31', '08-30', '12-27', '12-28'],
};

describe('The bank holidays of England and Wales', () => {
  it.each(Object.entries(PUBLISHED))('in %s are those that were published', (year, days) => {
    expect(daysOf(Number(year))).toEqual(days.map((day) => `${year}-${day}`));
  });

  /** What was proclaimed (London Gazette) and date-holidays 3.37 lacks: the royal wedding, and the spring bank holiday moved for the jubilee. */
  const PROCLAIMED_ONLY = ['2011-04-29', '2012-06-04'];
  /** From where the spring bank holiday was moved. */
  const NOT_TAKEN = ['2012-05-28'];

  it('from 2010 to 2050 are those of date-holidays, but for the proclamations that it misses', () => {
    const calendar = new Holidays('GB', 'ENG', { types: ['public', 'bank'] });
    const theirs = new Set(
      years(2010, 2050)
        .flatMap((year) => calendar.getHolidays(year))
        .map((holiday) => holiday.date.slice(0, 10))
        .filter((day) => Temporal.PlainDate.from(day).dayOfWeek < 6),
    );
    const ours = new Set(years(2010, 2050).flatMap(daysOf));
    expect([...ours].filter((day) => !theirs.has(day))).toEqual(PROCLAIMED_ONLY);
    expect([...theirs].filter((day) => !ours.has(day))).toEqual(NOT_TAKEN);
  });

  it('are eight in every year without a proclamation, in order, each on a weekday of its own', () => {
    for (const year of years(2024, 2200)) {
      const days = daysOf(year);
      expect(new Set(days).size).toBe(8);
      expect(days).toEqual([...days].sort());
      expect(days.filter((day) => Temporal.PlainDate.from(day).dayOfWeek > 5)).toEqual([]);
    }
  });

  it('are named', () => {
    expect(bankHolidays(2022).map((holiday) => holiday.name)).toContain('State Funeral of Queen Elizabeth II');
    expect(bankHolidays(2020)[3]).toEqual({ day: '2020-05-08', name: 'Early May bank holiday (VE Day)' });
  });

  it('are not known before 1978 and after 2200', () => {
    expect(bankHolidays(1977)).toEqual([]);
    expect(bankHolidays(2201)).toEqual([]);
  });
});
