import { referralDecided, referralMade } from '@throughline/records';
import fc from 'fast-check';
import { caseFileOf, type Noted } from '../case-file/testing/history';
import { concernsWhom, decisionsOn, familyOf, isBlank, referralOf } from './referrals';

const made = (referralId: string, people: Noted['people'] = { '#1': 'victim' }, subject?: string): Noted => ({
  type: referralMade,
  on: '2024-01-10',
  people,
  ...(subject === undefined ? {} : { subject }),
  data: { referralId, service: 'idva' },
});
const decided = (referralId: string, outcome: string): Noted => ({
  type: referralDecided,
  on: '2024-01-12',
  people: { '#1': 'victim' },
  agency: 'idva',
  data: { referralId, outcome },
});

describe('A referral', () => {
  it('is found by its id from each of its decisions, of which the last stands', () => {
    const file = caseFileOf(
      [made('a'), made('b'), decided('a', 'declined'), decided('b', 'accepted'), decided('a', 'accepted')],
      '#1',
      '2024-03-04',
    );
    const [a, b] = file.person.of(referralMade);
    if (a === undefined || b === undefined) throw new Error('two referrals were made');
    expect(decisionsOn(file, a).map(({ data }) => data.outcome)).toEqual(['declined', 'accepted']);
    expect(decisionsOn(file, b).map(({ data }) => data.outcome)).toEqual(['accepted']);
    for (const decision of file.person.of(referralDecided))
      expect(referralOf(file, decision)?.data.referralId).toBe(decision.data.referralId);
  });

  it('is about its subject, or the first other person where its subject poses the risk', () => {
    const whom = (people: Noted['people'], subject?: string) => {
      const file = caseFileOf([made('a', people, subject)], '#1', '2024-03-04');
      const [entry] = file.person.all();
      if (entry === undefined) throw new Error('a referral was made');
      return { whom: concernsWhom(entry), family: familyOf(file, entry).map(({ person }) => person) };
    };
    expect(whom({ '#2': 'child', '#1': 'victim' }, '#1').whom).toBe('#1');
    expect(whom({ '#2': 'person-posing-risk', '#1': 'victim' }, '#2')).toEqual({ whom: '#1', family: ['#1'] });
    expect(whom({ '#1': 'person-posing-risk' })).toEqual({ whom: '#1', family: [] });
  });
});

describe('A text', () => {
  it('is blank where it was left out or is nothing but space', () => {
    expect(isBlank(undefined)).toBe(true);
    fc.assert(fc.property(fc.string(), (text) => isBlank(text) === (text.trim().length === 0) && !isBlank(`${text}x`)));
  });
});
