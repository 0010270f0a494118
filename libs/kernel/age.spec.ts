import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { ageOn } from './age';
import { addDays, NotADay } from './calendar';

const days = fc.integer({ min: 0, max: 30_000 }).map((n) => addDays('1970-01-01', n));

describe('An age', () => {
  it.each([
    ['is reached on the birthday', '2008-03-09', '2024-03-09', 16, 16],
    ['is not reached on the day before', '2008-03-09', '2024-03-08', 15, 15],
    ['of somebody born on 29 February is reached on 1 March', '2004-02-29', '2022-03-01', 18, 18],
    ['of somebody born on 29 February is not reached on 28 February', '2004-02-29', '2022-02-28', 17, 17],
    ['of a child born today is 0', '2024-03-04', '2024-03-04', 0, 0],
    ['of a child not yet born is below 0', '2024-08-01', '2024-03-04', -1, -1],
    ['is two where only the month is known, and it is that month', '2008-03', '2024-03-15', 15, 16],
    ['is one again in the month after', '2008-03', '2024-04-01', 16, 16],
    ['is one again on the last day of that month', '2008-03', '2024-03-31', 16, 16],
    ['is two on nearly every day where only the year is known', '2008', '2024-06-01', 15, 16],
    ['is one on the last day of the year where only the year is known', '2008', '2024-12-31', 16, 16],
    ['of somebody born in a February with a 29th', '2008-02', '2024-02-28', 15, 16],
  ])('%s', (_sentence, dateOfBirth, day, least, most) => {
    expect(ageOn(dateOfBirth, day)).toEqual({ least, most });
  });

  it('lies within what a coarser date of birth allows, and is what Temporal counts', () => {
    fc.assert(
      fc.property(days, days, (birth, day) => {
        const { least } = ageOn(birth, day);
        if (birth <= day && !birth.endsWith('02-29')) {
          expect(least).toBe(Temporal.PlainDate.from(birth).until(day, { largestUnit: 'year' }).years);
        }
        for (const coarse of [birth.slice(0, 7), birth.slice(0, 4)]) {
          const age = ageOn(coarse, day);
          expect(age.least <= least && least <= age.most).toBe(true);
          expect(age.most - age.least).toBeLessThanOrEqual(1);
        }
      }),
    );
  });

  it.each(['1984-13', '198', '1984-02-30', '1984-3', 'unknown', ''])('cannot be told from %j', (dateOfBirth) => {
    expect(() => ageOn(dateOfBirth, '2024-03-04')).toThrow(NotADay);
  });
});
