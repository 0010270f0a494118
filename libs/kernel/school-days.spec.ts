import { isSchoolDay, isYearlySpan, schoolDayAfter } from './school-days';

const holidays = ['07-22/09-02', '12-20/01-03', '04-01/04-12'];

describe('A school day', () => {
  it.each([
    ['is a working day in term', '2024-03-04', true],
    ['is no Saturday', '2024-03-02', false],
    ['is no bank holiday in term', '2024-05-06', false],
    ['is no first day of the holidays', '2024-07-22', false],
    ['is no last day of the holidays', '2024-09-02', false],
    ['is the day after the holidays', '2024-09-03', true],
    ['is no day between the years, before New Year', '2024-12-23', false],
    ['is no day between the years, after New Year', '2025-01-02', false],
  ])('%s', (_sentence, day, school) => {
    expect(isSchoolDay(day, holidays)).toBe(school);
  });

  it.each([
    ['the next day', '2024-03-04', '2024-03-05'],
    ['Monday after a Friday', '2024-03-01', '2024-03-04'],
    ['September after the last day of the summer term', '2024-07-19', '2024-09-03'],
    ['January after the last day before Christmas', '2024-12-19', '2025-01-06'],
  ])('comes after a day: %s', (_sentence, day, next) => {
    expect(schoolDayAfter(day, holidays)).toBe(next);
  });

  it('is every working day where there are no terms in the settings', () => {
    expect(schoolDayAfter('2024-08-09', [])).toBe('2024-08-12');
  });

  it('is the next working day where the settings leave none: the school is told all the same', () => {
    expect(schoolDayAfter('2024-08-09', ['01-01/12-31'])).toBe('2024-08-12');
  });
});

describe('A span of school holidays', () => {
  it.each(['07-22/09-02', '12-20/01-03', '02-29/02-29'])('is %s', (span) => {
    expect(isYearlySpan(span)).toBe(true);
  });

  it.each(['7-22/9-2', '07-22', '13-01/13-02', '07-32/08-01', '2024-07-22/2024-09-02', ''])('is not %j', (span) => {
    expect(isYearlySpan(span)).toBe(false);
  });
});
