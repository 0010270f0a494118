import { leadsOf } from './leads';
import type { PersonCase } from './partnership-state';
import { held, incident, Partnership, retracted, settingsWithout, type Written } from './testing';
import { matching } from './testing/partnership';

const family = incident('2024-01-10', { people: ['mother', 'ex-partner', 'child'] });
const atTheGp = held('2024-02-01', 'gp', { people: [{ name: 'mother' }] });
const nextDoor = incident('2024-03-01', { people: ['neighbour'] });
const told = [family, atTheGp, nextDoor];

const telling = (records: readonly Written[]): Partnership => {
  const partnership = new Partnership(settingsWithout([]));
  for (const record of records) partnership.publish(record);
  return partnership;
};

const everybody = ({ state, token }: Partnership, records: readonly Written[]): ReadonlySet<PersonCase> => {
  const refs = records.flatMap(({ data }) => data.people.map(({ ref }) => token(ref)));
  return new Set(refs.filter((ref) => state.isLoaded(ref)).map((ref) => state.caseOf(ref)));
};

const counted = (people: ReadonlySet<PersonCase>): number => [...people].reduce((sum, { file }) => sum + file.size + 4, 0);

describe('What is held of a partnership in memory', () => {
  it('is counted as it comes and goes, where references prove to be one person too', () => {
    const partnership = telling(told);
    expect(partnership.state.weight()).toBe(counted(everybody(partnership, told)));
    const joined = everybody(partnership, told).size;
    const step = retracted(atTheGp, '2024-03-05');
    if ('retract' in step) partnership.amend(atTheGp, step.by);
    expect(everybody(partnership, told).size).toBe(joined + 1);
    expect(partnership.state.weight()).toBe(counted(everybody(partnership, told)));
  });

  it('is whom records named latest, with everybody they lead to, when there is to be less of it', () => {
    const partnership = telling([nextDoor, family, atTheGp]);
    const { state, token } = partnership;
    const neighbour = token(nextDoor.subject);
    expect(state.caseOf(neighbour).deadlines.size).toBeGreaterThan(0);
    state.keepLatest(10, matching);
    expect(state.isLoaded(neighbour)).toBe(false);
    expect(() => state.caseOf(neighbour)).toThrow('before it was loaded');
    const kept = everybody(partnership, told);
    expect(kept.size).toBeGreaterThan(0);
    for (const { file } of kept) for (const ref of leadsOf(file, 'northgate', matching).refs) expect(state.isLoaded(ref)).toBe(true);
    expect(state.weight()).toBe(counted(kept));
    for (let due = state.nextDue(Infinity); due !== undefined; due = state.nextDue(Infinity)) {
      expect(due.about).not.toBe(neighbour);
      state.cancel(due);
    }
  });

  it('may be nobody at all', () => {
    const { state } = telling(told);
    state.keepLatest(0, matching);
    expect(state.weight()).toBe(0);
    expect(state.nextDue(Infinity)).toBeUndefined();
  });
});
