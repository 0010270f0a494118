import { DAY } from '@throughline/kernel';
import fc from 'fast-check';
import { isLate } from './late';

const LATE_DAYS = 90;
const recorded = (time: number, after: number) => ({ time, logTime: time + after });

describe('A late record', () => {
  it('happened more than ninety days before log time', () => {
    expect(isLate(recorded(0, LATE_DAYS * DAY), LATE_DAYS)).toBe(false);
    expect(isLate(recorded(0, LATE_DAYS * DAY + 1), LATE_DAYS)).toBe(true);
  });

  it('is as late on any day, gets no less late by waiting, and is never late before it happened', () => {
    const instant = fc.integer({ min: 0, max: 60 * 365 * DAY });
    const span = fc.integer({ min: -400 * DAY, max: 400 * DAY });
    fc.assert(
      fc.property(instant, instant, span, fc.nat(100 * DAY), (time, other, after, wait) => {
        const late = isLate(recorded(time, after), LATE_DAYS);
        expect(isLate(recorded(other, after), LATE_DAYS)).toBe(late);
        if (late) expect(isLate(recorded(time, after + wait), LATE_DAYS)).toBe(true);
        if (after <= 0) expect(late).toBe(false);
      }),
    );
  });
});
