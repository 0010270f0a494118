import { caseClosed, caseOpened, involvementEnded, involvementStarted, referralDecided, referralMade } from '@throughline/records';
import { caseFileOf, type Noted } from '../case-file/testing/history';
import { involvedAgencies, knownAgencies } from './involvement';

const about = { '#1': 'victim' } as const;
const risk = { '#3': 'person-posing-risk', '#1': 'victim' } as const;
const involved = (...history: readonly Noted[]) => involvedAgencies(caseFileOf(history, '#1', '2024-03-04')).map(({ agency }) => agency);
const known = (...history: readonly Noted[]) => knownAgencies(caseFileOf(history, '#1', '2024-03-04'));
const started = (agency: string, people: Noted['people'] = about, on = '2024-01-10'): Noted => ({
  type: involvementStarted,
  on,
  people,
  agency,
  data: { service: 'other' },
});
const ended = (agency: string, people: Noted['people'] = about): Noted => ({
  ...started(agency, people, '2024-02-10'),
  type: involvementEnded,
});
const referred = (service: string, more: object = {}, people: Noted['people'] = about): Noted => ({
  type: referralMade,
  on: '2024-01-10',
  people,
  agency: 'police',
  data: { referralId: 'r', service, ...more },
});
const decided = (outcome: string): Noted => ({
  type: referralDecided,
  on: '2024-01-12',
  people: about,
  agency: 'idva',
  data: { referralId: 'r', outcome },
});
const opened: Noted = { type: caseOpened, on: '2024-01-10', people: about, agency: 'csc', data: { caseId: 'c', service: 'other' } };
const closed: Noted = {
  type: caseClosed,
  on: '2024-02-10',
  people: about,
  agency: 'csc',
  data: { caseId: 'c', reason: 'completed', consulted: [] },
};

describe('Involved agencies', () => {
  it('have an involvement or a case that has not ended, the oldest first', () => {
    expect(involved(started('gp'), opened)).toEqual(['csc', 'gp']);
    expect(involved(started('gp'), ended('gp'), opened, closed)).toEqual([]);
    expect(involved(started('gp'), ended('idva'), opened, { ...closed, data: { caseId: 'd' } })).toEqual(['csc', 'gp']);
  });

  it('stay with one child when they end with another', () => {
    const family: Noted = {
      ...started('police'),
      relationships: [
        { from: '#1', to: '#2', kind: 'parent-of' },
        { from: '#1', to: '#4', kind: 'parent-of' },
      ],
    };
    const [one, two] = [
      { '#2': 'child', '#1': 'victim' },
      { '#4': 'child', '#1': 'victim' },
    ] as const;
    expect(involved(family, started('gp', one), started('gp', two), ended('gp', one))).toContain('gp');
    expect(involved(family, started('gp', one), started('gp', two), ended('gp', one), ended('gp', two))).not.toContain('gp');
  });

  it('are who made and who received a referral, while it is undecided or accepted and not ended', () => {
    expect(involved(referred('idva'))).toEqual(['idva', 'police']);
    expect(involved(referred('idva'), decided('accepted'))).toEqual(['idva', 'police']);
    expect(involved(referred('idva'), decided('declined'))).toEqual([]);
    expect(involved(referred('idva'), decided('accepted'), ended('idva'))).toEqual([]);
    expect(involved(referred('mash', { to: 'csc' }), decided('accepted'))).toEqual([]);
  });

  it('are no services for the person posing risk, but police, probation and children’s social care', () => {
    expect(involved(started('gp', risk), started('change', risk), started('probation', risk))).toEqual(['probation']);
    expect(involved(started('change', about))).toEqual([]);
    expect(involved(referred('perpetrator-programme', {}, risk))).toEqual(['police']);
    expect(involved(started('probation', risk), ended('probation', risk))).toEqual([]);
  });
});

describe('Known agencies', () => {
  it('published in the last twelve months and are not involved', () => {
    expect(known(started('gp'), started('idva'), ended('idva'))).toEqual(['idva']);
    expect(known(started('gp', about, '2022-03-04'), { ...ended('gp'), on: '2023-03-04' })).toEqual([]);
    expect(known(started('gp', about, '2022-03-04'), { ...ended('gp'), on: '2023-03-05' })).toEqual(['gp']);
  });

  it('are no services for the person posing risk', () => {
    expect(known(started('change', risk), ended('change', risk), started('probation', risk), ended('probation', risk))).toEqual([
      'probation',
    ]);
  });
});
