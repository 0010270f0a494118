import type { AlertView } from '../queries/alert-view';
import { inboxOf } from './inbox';

const AT = '2024-03-05T09:00:00.000Z';

const alert = (id: string, more: Partial<AlertView> = {}): AlertView => ({
  id,
  partnership: 'northgate',
  safeguard: 'sanctuary-referral',
  version: 1,
  class: 'act',
  to: { agency: 'sanctuary', service: 'sanctuary' },
  person: 'p-1',
  raisedAt: '2024-03-04T09:00:00.000Z',
  dueAt: '2024-03-06T09:00:00.000Z',
  status: 'open',
  reason: 'No referral to the Sanctuary scheme is recorded.',
  evidence: [{ source: '/agencies/housing', id: 'tenancy' }],
  answeredBy: 'An assessment by the Sanctuary scheme',
  source: 'referred immediately',
  pathway: null,
  escalatedFrom: null,
  closedAt: null,
  closedBy: null,
  ...more,
});

describe('An inbox', () => {
  it('shows what one record raised about one person as one item, what must be done now first', () => {
    const [item, ...others] = inboxOf([alert('a'), alert('b', { class: 'now' })], AT);
    expect(others).toEqual([]);
    expect(item?.lines.map(({ id }) => id)).toEqual(['b', 'a']);
  });

  it('keeps apart what the same record raised about two people, and what two records raised about one', () => {
    const evidence = [{ source: '/agencies/police', id: 'call-out' }];
    expect(inboxOf([alert('a'), alert('b', { person: 'p-2' }), alert('c', { evidence })], AT)).toHaveLength(3);
  });

  it('puts overdue work first, then what is due soonest, and what has no time last', () => {
    const late = alert('late', { person: 'p-2', dueAt: '2024-03-04T17:00:00.000Z' });
    const whenever = alert('whenever', { person: 'p-3', dueAt: null });
    const items = inboxOf([whenever, alert('soon'), late], AT);
    expect(items.map(({ lines }) => lines[0]?.id)).toEqual(['late', 'soon', 'whenever']);
    expect(items.map(({ overdue }) => overdue)).toEqual([true, false, false]);
  });
});
