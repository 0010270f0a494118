import { agencyOfRef, isRefToken, refNumber, refToken } from './refs';

describe('A person reference', () => {
  it('names its agency', () => {
    expect(agencyOfRef('health-visiting:N-1042')).toBe('health-visiting');
  });

  it.each(['police', 'police:', ':N-1', 'Police:N-1', 'police:N 1', `police:${'x'.repeat(65)}`, 'police:a:b'])('is not %j', (text) => {
    expect(agencyOfRef(text)).toBeUndefined();
  });

  it('is a number inside the log, and reads back', () => {
    expect(refNumber(refToken(4711))).toBe(4711);
    expect(isRefToken('#4711')).toBe(true);
    expect(isRefToken('police:N-1042')).toBe(false);
  });
});
