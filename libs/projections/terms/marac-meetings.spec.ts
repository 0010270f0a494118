import { addDays, daysBetween } from '@throughline/kernel';
import fc from 'fast-check';
import { maracMeetingAfter } from './marac-meetings';

const every = (words: string) => ({ maracMeetings: { every: words, on: 'Thursday', from: '2010-01-07' } });

describe('The next MARAC meeting', () => {
  it.each([
    ['two weeks', '2024-02-19', '2024-02-29'],
    ['two weeks', '2024-02-29', '2024-03-14'],
    ['week', '2024-02-29', '2024-03-07'],
    ['four weeks', '2010-01-07', '2010-02-04'],
    ['2 weeks', '2009-05-01', '2010-01-07'],
  ] as const)('every %s, after %s, is on %s', (words, day, meeting) => {
    expect(maracMeetingAfter(every(words), day)).toBe(meeting);
  });

  it('is not known where the settings tell no rhythm', () => {
    expect(maracMeetingAfter({}, '2024-02-19')).toBeUndefined();
    expect(maracMeetingAfter(every('now and then'), '2024-02-19')).toBeUndefined();
    expect(maracMeetingAfter(every('two months'), '2024-02-19')).toBeUndefined();
  });

  it('comes after the day, within one rhythm, and on the rhythm', () => {
    fc.assert(
      fc.property(fc.nat({ max: 9000 }), (days) => {
        const day = addDays('2010-01-07', days);
        const meeting = maracMeetingAfter(every('two weeks'), day) ?? '';
        const ahead = daysBetween(day, meeting);
        expect(ahead).toBeGreaterThan(0);
        expect(ahead).toBeLessThanOrEqual(14);
        expect(daysBetween('2010-01-07', meeting) % 14).toBe(0);
      }),
    );
  });
});
