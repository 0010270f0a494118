import { lastDigestDay } from './digest-day';

describe('A digest', () => {
  it.each([
    ['know', '2024-03-05T07:59:59Z', '2024-03-04'],
    ['know', '2024-03-05T08:00:00Z', '2024-03-05'],
    ['know', '2024-07-02T07:00:00Z', '2024-07-02'],
    ['know', '2024-03-30T12:00:00Z', '2024-03-28'],
    ['know', '2024-04-01T12:00:00Z', '2024-03-28'],
    ['tidy', '2024-03-08T12:00:00Z', '2024-03-04'],
    ['tidy', '2024-03-11T07:59:00Z', '2024-03-04'],
    ['tidy', '2024-03-11T08:00:00Z', '2024-03-11'],
  ] as const)('of what to %s, at %s, is that of %s', (kind, now, day) => {
    expect(lastDigestDay(kind, Date.parse(now))).toBe(day);
  });
});
