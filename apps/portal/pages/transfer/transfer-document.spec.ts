import type { Entry } from '@throughline/projections';
import { maracActionCompleted } from '@throughline/records';
import { documentOf, leavesTheHub } from './leaves-the-hub';
import { actionsWithState } from './transfer-document';

const settings = {
  code: 'northgate',
  agencies: [
    { code: 'marac', kind: 'marac', name: 'Northgate MARAC' },
    { code: 'idva', kind: 'idva', name: 'IDVA' },
  ],
} as never;
const hub = { of: (code: string) => (code === 'riverside' ? settings : undefined) };
const actor = (agency: string) =>
  ({ id: 'x', role: 'worker' as const, partnerships: ['northgate'], scopes: new Set<string>(), agency }) as const;
const request = (data: object, more: object = {}) => ({
  ...{ type: 'throughline.marac.transfer-requested.v1', agency: 'marac', position: 'northgate:17', retracted: null, corrected: null },
  record: { data },
  ...more,
});
const linkFor = (item: ReturnType<typeof request>, agency = 'marac') => documentOf('p-1', item, actor(agency), settings, hub);

describe('A transfer', () => {
  it('leaves the hub where no hub receives it', () => {
    expect(leavesTheHub({ toArea: 'Farshire' }, hub)).toBe(true);
    expect(leavesTheHub({ toPartnership: 'farshire' }, hub)).toBe(true);
    expect(leavesTheHub({ toPartnership: 'riverside' }, hub)).toBe(false);
    expect(leavesTheHub({ toPartnership: 'riverside', toArea: 'Riverside' }, hub)).toBe(false);
    expect(leavesTheHub({}, hub)).toBe(false);
  });

  it('has its document at its entry, for the MARAC that asked for it', () => {
    expect(linkFor(request({ toArea: 'Farshire' }))).toBe('/people/p-1/transfers/17');
    expect(linkFor(request({ toArea: 'Farshire' }), 'idva')).toBeUndefined();
    expect(linkFor(request({ toArea: 'Farshire' }, { agency: 'idva' }), 'idva')).toBeUndefined();
  });

  it('has none where the hub passes it on, where it was taken back, and where it is no transfer', () => {
    expect(linkFor(request({ toPartnership: 'riverside' }))).toBeUndefined();
    expect(linkFor(request({ toArea: 'Farshire' }, { corrected: { replacement: { toPartnership: 'riverside' } } }))).toBeUndefined();
    expect(linkFor(request({ toArea: 'Farshire' }, { retracted: {} }))).toBeUndefined();
    expect(linkFor(request({ toArea: 'Farshire' }, { type: 'throughline.marac.case-heard.v1' }))).toBeUndefined();
  });
});

describe('The actions of a hearing', () => {
  const done = (actionId: string): Entry =>
    ({ type: maracActionCompleted.type, time: Date.UTC(2026, 2, 4, 10), data: { people: [], actionId } }) as never;

  it('are done where that is recorded, not recorded as done after their day, and open before it', () => {
    const actions = actionsWithState(
      [
        { id: 'a', what: 'Flag the address', by: '2026-03-01' },
        { id: 'b', what: 'Refer', who: 'idva', by: '2026-03-01' },
        { id: 'c', what: 'Call', by: '2026-03-09' },
        { id: 'd', what: 'Think' },
      ],
      [done('a')],
      '2026-03-09',
      (text) => text.toUpperCase(),
    );
    expect(actions.map(({ state }) => state)).toEqual(['done', 'overdue', 'open', 'open']);
    expect(actions[0]).toEqual({ what: 'FLAG THE ADDRESS', who: null, by: '2026-03-01', state: 'done', doneOn: '2026-03-04' });
    expect(actions[1]?.who).toBe('IDVA');
  });
});
