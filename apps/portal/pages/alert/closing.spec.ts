import { closingIn, faultsOf } from './closing';

describe('Closing an alert', () => {
  it('needs what happened and why', () => {
    expect(faultsOf(closingIn({})).map(({ field }) => field)).toEqual(['outcome', 'justification']);
    expect(faultsOf(closingIn({ outcome: 'action taken', justification: 'The locks were changed.' }))).toEqual([]);
  });

  it('takes no outcome that is not offered, and no blank reason', () => {
    expect(faultsOf(closingIn({ outcome: 'whatever', justification: '   ' })).map(({ field }) => field)).toEqual([
      'outcome',
      'justification',
    ]);
  });

  it('counts a line’s end as the browser counts it', () => {
    const justification = `${'x'.repeat(999)}\r\n${'y'.repeat(1_000)}`;
    expect(faultsOf(closingIn({ outcome: 'passed on', justification }))).toEqual([]);
    expect(faultsOf(closingIn({ outcome: 'passed on', justification: `${justification}z` }))).toMatchObject([{ field: 'justification' }]);
  });
});
