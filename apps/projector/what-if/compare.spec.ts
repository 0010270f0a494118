import { refToken } from '@throughline/kernel';
import fc from 'fast-check';
import type { RehearsedAlert } from '../rehearsal/messages';
import { compared } from './compare';

const alert = (id: string, more: Partial<RehearsedAlert> = {}): RehearsedAlert => ({
  id,
  partnership: 'northgate',
  safeguard: 'sanctuary-referral',
  class: 'now',
  agency: 'sanctuary',
  person: refToken(1),
  trigger: { source: '/agencies/housing', id: 'tenancy' },
  raisedAt: 1_000,
  status: 'open',
  ...more,
});

const changes = (before: readonly RehearsedAlert[], after: readonly RehearsedAlert[]): readonly string[] =>
  compared(before, after).map(({ change }) => change);

describe('What a changed safeguard would have raised', () => {
  it('is compared by safeguard, agency, person and trigger, whatever the alert is called', () => {
    expect(changes([alert('a')], [alert('b')])).toEqual(['unchanged']);
    expect(compared([alert('a')], [alert('b', { raisedAt: 900 })])).toMatchObject([{ change: 'earlier', raisedBefore: 1_000 }]);
    expect(compared([alert('a')], [alert('b', { raisedAt: 1_100 })])).toMatchObject([{ change: 'later', raisedBefore: 1_000 }]);
  });

  it('is more or fewer where another agency, person or safeguard is told', () => {
    expect(changes([], [alert('a')])).toEqual(['added']);
    expect(changes([alert('a')], [])).toEqual(['gone']);
    for (const other of [{ agency: 'housing' }, { person: refToken(2) }, { safeguard: 'case-closure' }]) {
      expect([...changes([alert('a')], [alert('a', other)])].sort()).toEqual(['added', 'gone']);
    }
  });

  it('is earlier where an earlier record shows the same state, which is still open then', () => {
    const trigger = { source: '/agencies/police', id: 'call-out' };
    expect(changes([alert('a')], [alert('b', { raisedAt: 500, trigger })])).toEqual(['earlier']);
    expect(changes([alert('a')], [alert('b', { raisedAt: 500, closedAt: 600, trigger })])).toEqual(['added', 'gone']);
  });

  it('is unchanged, and all of it, where nothing was changed', () => {
    const some = fc.array(
      fc
        .record({ agency: fc.constantFrom('idva', 'housing'), person: fc.integer({ min: 1, max: 3 }), raisedAt: fc.nat(50) })
        .map((given) => alert('a', { ...given, person: refToken(given.person) })),
    );
    fc.assert(
      fc.property(some, (alerts) => {
        expect(changes(alerts, alerts)).toEqual(alerts.map(() => 'unchanged'));
      }),
    );
  });

  it('counts every alert once on each side', () => {
    const one = fc.record({ agency: fc.constantFrom('idva', 'housing'), raisedAt: fc.nat(50), trigger: fc.constantFrom('x', 'y') });
    const some = fc.array(
      one.map(({ agency, raisedAt, trigger }) => alert('a', { agency, raisedAt, trigger: { source: '/s', id: trigger } })),
    );
    fc.assert(
      fc.property(some, some, (before, after) => {
        const found = changes(before, after);
        const count = (...names: string[]): number => found.filter((name) => names.includes(name)).length;
        expect(count('gone', 'earlier', 'later', 'unchanged')).toBe(before.length);
        expect(count('added', 'earlier', 'later', 'unchanged')).toBe(after.length);
      }),
    );
  });
});
