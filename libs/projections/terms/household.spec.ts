import type { RefToken } from '@throughline/kernel';
import { detailsRecorded, policeIncidentRecorded, RELATIONSHIPS, type Relationship, safeAccommodationPlaced } from '@throughline/records';
import fc from 'fast-check';
import { caseFileOf, type Noted } from '../case-file/testing/history';
import { household } from './household';

const [mother, child, other]: readonly RefToken[] = ['#1', '#2', '#3'];
const incident: Noted = { type: policeIncidentRecorded, on: '2024-01-10', people: { '#1': 'victim' }, data: { nature: ['physical'] } };
const held = (noted: Partial<Noted>): Noted => ({ type: detailsRecorded, on: '2024-01-11', people: { '#1': 'victim' }, ...noted });
const related = (from: string, kind: Relationship['kind'], to: string, more: Partial<Relationship> = {}): Noted =>
  held({
    people: { [from]: from === '#1' ? 'victim' : 'other', [to]: to === '#1' ? 'victim' : to === '#2' ? 'child' : 'other' },
    relationships: [{ from, to, kind, ...more }],
  });
const address = { lines: ['5 Abbey Lane'], postcode: 'S1 4RT' };
const livesAt = (ref: string, more: object = {}, on = '2024-01-11'): Noted =>
  held({ on, people: { [ref]: ref === '#1' ? 'victim' : 'other' }, details: { [ref]: { address: { ...address, ...more } } } });
const people = (history: readonly Noted[], about: RefToken = mother ?? '#1', on = '2024-03-04') =>
  household(caseFileOf(history, about, on)).map(({ person }) => person);

describe('A household', () => {
  it('is a victim, their children, and the people who now live with them', () => {
    const family = [incident, related('#1', 'parent-of', '#2'), related('#3', 'lives-with', '#1')];
    expect(people(family)).toEqual([mother, child, other]);
    expect(people(family, child)).toEqual(expect.arrayContaining([mother, child, other]));
  });

  it('takes in who shares a home, while the times overlap', () => {
    expect(people([incident, livesAt('#1'), livesAt('#3', { lines: ['5, abbey lane'], postcode: 's14rt' })])).toEqual([mother, other]);
    expect(people([incident, livesAt('#1'), livesAt('#3', { to: '2024-02-01' })])).toEqual([mother]);
    expect(people([incident, livesAt('#1'), livesAt('#3', { from: '2024-06-01' })])).toEqual([mother]);
  });

  it('is not left by an address of the past that is told later, but by one that says that it is over', () => {
    const now = [incident, livesAt('#1', { from: '2022-01-01' }), livesAt('#3', { from: '2022-01-01' })];
    const former = { lines: ['1 Old Road'], from: '2019-01-01', to: '2021-12-31' };
    for (const mark of [{}, { sensitive: true }]) {
      expect(people([...now, livesAt('#1', { ...former, ...mark }, '2024-01-12')])).toEqual([mother, other]);
    }
    expect(people([...now, livesAt('#3', { from: '2018-01-01', to: '2019-12-31' }, '2024-01-12')])).toEqual([mother, other]);
    expect(people([...now, livesAt('#3', { to: '2024-02-01' }, '2024-01-12')])).toEqual([mother]);
    expect(people([...now, livesAt('#3', { to: '2024-02-01' }, '2024-01-12')], mother, '2024-01-31')).toEqual([mother, other]);
  });

  it('of a child who is a victim too is still that of the parent who is one; of a grown child it is its own', () => {
    const family = (born: string): readonly Noted[] => [
      incident,
      related('#1', 'parent-of', '#2'),
      held({ people: { '#2': 'child' }, details: { '#2': { dateOfBirth: born } } }),
      { ...incident, on: '2024-01-12', people: { '#2': 'victim' } },
    ];
    expect(people(family('2010-05-01'), child)).toEqual([child, mother]);
    expect(people(family('2005-05-01'), child)).toEqual([child]);
    expect(people(family('2006-03-04'), child, '2024-03-03')).toEqual([child, mother]);
    expect(people(family('2006-03-04'), child, '2024-03-04')).toEqual([child]);
    expect(people(family('2005-05-01'))).toEqual([mother, child]);
  });

  it('is never reached through a shared or sensitive address, even where another record forgets to say so', () => {
    for (const mark of [{ sensitive: true }, { shared: true }]) {
      expect(people([incident, livesAt('#1', mark), livesAt('#3', mark)])).toEqual([mother]);
      expect(people([incident, livesAt('#1', mark), livesAt('#1', {}, '2024-01-12'), livesAt('#3')])).toEqual([mother]);
      expect(people([incident, livesAt('#1'), livesAt('#3', mark), livesAt('#3', {}, '2024-01-12')])).toEqual([mother]);
    }
  });

  it('is not reached through a place that is safe or shared for one of its people, or for another who lives there', () => {
    const refuge = livesAt('#1', { sensitive: true });
    const children = [related('#1', 'parent-of', '#2'), livesAt('#2'), livesAt('#3')];
    expect(people([incident, ...children])).toEqual([mother, child, other]);
    expect(people([incident, ...children, refuge])).toEqual([mother, child]);
    expect(people([incident, ...children, refuge], child)).toEqual([child, mother]);
    const hostel = [livesAt('#4', {}), livesAt('#4', { shared: true }, '2024-01-12')];
    expect(people([incident, livesAt('#1'), livesAt('#3'), ...hostel])).toEqual([mother]);
  });

  it('leaves the old home with a placement in safe accommodation', () => {
    const placed: Noted = { type: safeAccommodationPlaced, on: '2024-02-01', people: { '#1': 'victim' }, data: { from: '2024-02-01' } };
    expect(people([incident, livesAt('#1'), livesAt('#3'), placed])).toEqual([mother]);
  });

  it('believes the newer of two statements', () => {
    expect(people([incident, related('#3', 'lives-with', '#1'), related('#3', 'lives-with', '#1', { until: '2024-01-31' })])).toEqual([
      mother,
    ]);
    expect(people([incident, related('#3', 'lives-with', '#1', { since: '2024-06-01' })])).toEqual([mother]);
  });

  it('of an adult has no brothers and sisters, of a child it has', () => {
    expect(people([incident, related('#1', 'sibling-of', '#3')])).toEqual([mother]);
    expect(people([related('#3', 'sibling-of', '#2')], child)).toEqual([child, other]);
  });

  it('of somebody who only poses a risk is nobody else', () => {
    const risk: Noted = { ...incident, people: { '#3': 'person-posing-risk', '#1': 'victim' } };
    expect(people([risk, related('#3', 'parent-of', '#2'), related('#1', 'parent-of', '#2')], other)).toEqual([other]);
  });

  it('is never reached through an ex-partner, a relative or a person posing risk, whatever else is recorded', () => {
    const refs = ['#1', '#2', '#3', '#4'] as const;
    const statement = fc
      .record({ from: fc.constantFrom(...refs), to: fc.constantFrom(...refs), kind: fc.constantFrom(...RELATIONSHIPS) })
      .filter(({ from, to }) => from !== to);
    const home = fc.constantFrom('#1', '#2', '#3', '#4');
    fc.assert(
      fc.property(fc.array(statement, { maxLength: 6 }), fc.array(home, { maxLength: 4 }), (statements, homes) => {
        const said = statements.map(({ from, kind, to }) => related(from, kind, to));
        const risk: Noted = { ...incident, people: { '#1': 'victim', '#2': 'child', '#3': 'person-posing-risk' } };
        const members = people([risk, ...said, ...homes.map((ref) => livesAt(ref))]);
        expect(members).not.toContain(other);
        const linked = said.filter(
          ({ relationships }) => !['ex-partner-of', 'relative-of', 'partner-of'].includes(relationships?.[0]?.kind ?? ''),
        );
        expect([...people([risk, ...linked, ...homes.map((ref) => livesAt(ref))])].sort()).toEqual(
          expect.arrayContaining([...members].sort()),
        );
      }),
      { numRuns: 150 },
    );
    expect(
      people([incident, related('#1', 'relative-of', '#3'), related('#4', 'ex-partner-of', '#1'), related('#4', 'lives-with', '#1')]),
    ).toEqual([mother]);
  });
});
