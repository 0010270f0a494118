import { RecentlyAcknowledged } from './recently-acknowledged';
import { placeText } from './record-place';

const place = (partnership: string, id: string) => ({ partnership, source: '/agencies/police', id });
const record = (position: bigint) => ({
  ...{ digest: 'd', position, recordedtime: '2026-01-05T09:00:00Z', type: 'throughline.police.incident-recorded.v1' },
  ...{ agency: 'police', subject: undefined, owners: [] },
});

describe('What was acknowledged a moment ago', () => {
  it('is found until the tables have it', () => {
    const recent = new RecentlyAcknowledged();
    recent.add(place('hackney', 'a'), record(4n));
    recent.add(place('hackney', 'b'), record(5n));
    recent.add(place('leeds', 'a'), record(4n));
    recent.projected(
      new Map([
        ['hackney', 4n],
        ['york', 9n],
      ]),
    );
    expect(recent.find(placeText(place('hackney', 'a')))).toBeUndefined();
    expect(recent.find(placeText(place('hackney', 'b')))?.position).toBe(5n);
    expect(recent.find(placeText(place('leeds', 'a')))?.position).toBe(4n);
  });

  it('is bounded, and the oldest go first, whichever partnership they belong to', () => {
    const recent = new RecentlyAcknowledged(3);
    recent.add(place('hackney', 'a'), record(1n));
    recent.add(place('hackney', 'b'), record(2n));
    recent.add(place('hackney', 'a'), record(3n));
    recent.add(place('leeds', 'a'), record(1n));
    recent.add(place('leeds', 'b'), record(2n));
    expect(recent.size).toBe(3);
    expect(recent.find(placeText(place('hackney', 'b')))).toBeUndefined();
    expect(recent.find(placeText(place('hackney', 'a')))?.position).toBe(3n);
    expect(recent.find(placeText(place('leeds', 'b')))?.position).toBe(2n);
  });
});
