import { referralMade } from '@throughline/records';
import fc from 'fast-check';
import { caseFileOf, type Noted } from '../case-file/testing/history';
import { familyOf } from './referrals';
import { socialCareReferrals } from './social-care-referrals';

const made = (on: string, more: { service?: string; agency?: string; incidentNumber?: string } = {}): Noted => {
  const { service = 'childrens-social-care', agency = 'police', ...data } = more;
  return {
    type: referralMade,
    on,
    agency,
    people: { '#1': 'child', '#2': 'victim' },
    data: { referralId: `${agency} ${on} ${service}`, service, ...data },
  };
};
const groupsOf = (history: readonly Noted[]) => {
  const file = caseFileOf(history, '#1', '2024-03-04');
  return socialCareReferrals(file, familyOf(file, ...file.person.all()));
};
const days = (...history: readonly Noted[]) => groupsOf(history).map((group) => group.map(({ data }) => data.referralId.split(' ')[1]));

describe('Referrals of a family’s children to social care', () => {
  it('count one by one, but for those about one incident', () => {
    expect(days(made('2024-01-10'), made('2024-02-10'), made('2024-02-11', { service: 'housing' }))).toEqual([
      ['2024-01-10'],
      ['2024-02-10'],
    ]);
    expect(days(made('2024-01-10', { incidentNumber: 'i' }), made('2024-02-10'), made('2024-02-11', { incidentNumber: 'i' }))).toEqual([
      ['2024-01-10', '2024-02-11'],
      ['2024-02-10'],
    ]);
  });

  it('count as one where the receiver of a referral to MASH passes it on, once', () => {
    const toMash = { ...made('2024-01-10', { service: 'mash' }), data: { referralId: 'police 2024-01-10', service: 'mash', to: 'csc' } };
    const onward = (on: string) => made(on, { agency: 'csc' });
    expect(days(toMash, onward('2024-01-11'))).toEqual([['2024-01-10', '2024-01-11']]);
    expect(days(toMash, onward('2024-01-11'), onward('2024-02-11'))).toEqual([['2024-01-10', '2024-01-11'], ['2024-02-11']]);
    expect(days(toMash, made('2024-01-11', { agency: 'gp' }))).toEqual([['2024-01-10'], ['2024-01-11']]);
  });

  it('are none where no child is known', () => {
    expect(days({ ...made('2024-01-10'), people: { '#1': 'victim' } })).toEqual([]);
  });

  it('stand in one group each, groups and their members in order of happening', () => {
    const noted = fc
      .tuple(
        fc.integer({ min: 1, max: 28 }),
        fc.constantFrom('mash', 'childrens-social-care', 'housing'),
        fc.constantFrom('police', 'csc', 'gp'),
        fc.constantFrom(undefined, 'i', 'j'),
      )
      .map(([day, service, agency, incidentNumber]) =>
        made(`2024-01-${String(day).padStart(2, '0')}`, { service, agency, ...(incidentNumber === undefined ? {} : { incidentNumber }) }),
      );
    fc.assert(
      fc.property(fc.array(noted, { minLength: 1, maxLength: 10 }), (history) => {
        const groups = groupsOf(history);
        const all = groups.flat();
        expect(new Set(all).size).toBe(all.length);
        expect(all).toHaveLength(history.filter(({ data }) => (data as { service: string }).service !== 'housing').length);
        const inOrder = (times: readonly number[]): boolean => times.every((time, place) => time >= (times[place - 1] ?? time));
        expect(inOrder(groups.flatMap(([first]) => first?.time ?? []))).toBe(true);
        for (const group of groups) expect(inOrder(group.map(({ time }) => time))).toBe(true);
      }),
      { numRuns: 100 },
    );
  });
});
