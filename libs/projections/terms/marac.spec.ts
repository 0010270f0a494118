import {
  maracCaseHeard,
  maracCaseListed,
  referralMade,
  riskAssessmentCompleted,
  policeIncidentRecorded,
  detailsRecorded,
  caseOpened,
} from '@throughline/records';
import { atLondon } from '@throughline/kernel';
import fc from 'fast-check';
import { caseFileOf, entryOf, type Noted } from '../case-file/testing/history';
import { PersonFile } from '../case-file/person-file';
import { hasDomesticAbuseHistory } from './domestic-abuse-history';
import { isAwaitingMarac, isMaracMarked, maracMarkerUntil } from './marac';
import { higher, riskLevel } from './risk-level';

const victim = { '#1': 'victim' } as const;
const heard = (on: string, people: Noted['people'] = victim): Noted => ({
  type: maracCaseHeard,
  on,
  people,
  agency: 'marac',
  data: { meetingOn: on },
});
const fileOf = (...history: readonly Noted[]) => PersonFile.of(['#1'], history.map(entryOf));
const noon = (on: string) => atLondon(on, '12:00');

describe('The MARAC marker', () => {
  it('lasts twelve months from the last hearing, in whatever order hearings come in', () => {
    const file = fileOf(heard('2024-03-21'), heard('2023-01-12'));
    expect(maracMarkerUntil(file)).toBe('2025-03-21');
    expect(isMaracMarked(file, noon('2025-03-21'))).toBe(true);
    expect(isMaracMarked(file, noon('2025-03-22'))).toBe(false);
  });

  it('is not for the person posing risk', () => {
    expect(maracMarkerUntil(fileOf(heard('2024-03-21', { '#2': 'victim', '#1': 'person-posing-risk' })))).toBeUndefined();
  });
});

describe('Waiting for MARAC', () => {
  const waits = (...history: readonly Noted[]) => isAwaitingMarac(caseFileOf(history, '#1', '2024-03-04'));
  const referred: Noted = { type: referralMade, on: '2024-02-01', people: victim, data: { referralId: 'r', service: 'marac' } };
  const listed: Noted = {
    type: maracCaseListed,
    on: '2024-02-02',
    people: victim,
    agency: 'marac',
    data: { meetingOn: '2024-02-15', listedBy: 'marac' },
  };

  it('lasts from a referral or a listing to the hearing', () => {
    expect(waits(referred)).toBe(true);
    expect(waits(listed)).toBe(true);
    expect(waits(referred, listed, heard('2024-02-15'))).toBe(false);
    expect(waits(referred, listed, heard('2023-01-12'))).toBe(true);
    expect(waits(heard('2023-01-12'))).toBe(false);
  });
});

describe('The risk level', () => {
  const assessed = (on: string, agency: string, level: string, people: Noted['people'] = victim): Noted => ({
    type: riskAssessmentCompleted,
    on,
    agency,
    people,
    data: { tool: 'dash-ric', level },
  });

  it('is the highest among each agency’s newest assessment of twelve months', () => {
    const level = (...history: readonly Noted[]) => riskLevel(fileOf(...history), noon('2024-03-04'), 12);
    expect(level()).toBeUndefined();
    expect(level(assessed('2024-01-01', 'idva', 'high'), assessed('2024-02-01', 'idva', 'medium'))).toBe('medium');
    expect(level(assessed('2024-02-01', 'idva', 'medium'), assessed('2024-01-01', 'idva', 'high'))).toBe('medium');
    expect(level(assessed('2024-01-01', 'police', 'high'), assessed('2024-02-01', 'idva', 'medium'))).toBe('high');
    expect(level(assessed('2023-03-04', 'police', 'high'))).toBeUndefined();
    expect(level(assessed('2023-03-05', 'police', 'high'))).toBe('high');
    expect(level(assessed('2024-02-01', 'idva', 'high', { '#2': 'victim', '#1': 'other' }))).toBeUndefined();
    expect(level(assessed('2024-02-01', 'idva', 'high', { '#1': 'child' }))).toBe('high');
  });

  it('does not depend on the order in which assessments come in', () => {
    const one = fc.record({
      day: fc.integer({ min: 1, max: 28 }),
      agency: fc.constantFrom('idva', 'police', 'csc'),
      level: fc.constantFrom('standard', 'medium', 'high'),
    });
    fc.assert(
      fc.property(fc.uniqueArray(one, { selector: ({ day }) => day, maxLength: 12 }), (list) => {
        const history = list.map(({ day, agency, level }) => assessed(`2024-01-${String(day).padStart(2, '0')}`, agency, level));
        const level = riskLevel(fileOf(...history), noon('2024-03-04'), 12);
        expect(riskLevel(fileOf(...history.reverse()), noon('2024-03-04'), 12)).toBe(level);
        const newest = new Map(list.sort((a, b) => a.day - b.day).map((each) => [each.agency, each.level] as const));
        for (const each of newest.values()) expect(level !== undefined && !higher(each, level)).toBe(true);
      }),
      { numRuns: 150 },
    );
  });
});

describe('A history of domestic abuse', () => {
  const has = (about: '#1' | '#2' | '#3', ...history: readonly Noted[]) =>
    hasDomesticAbuseHistory(caseFileOf(history, about, '2024-03-04'));
  const incident: Noted = {
    type: policeIncidentRecorded,
    on: '2024-01-10',
    people: { '#1': 'victim', '#3': 'person-posing-risk' },
    data: { nature: [] },
  };

  it('is the victim’s, and not that of who posed the risk', () => {
    expect(has('#1', incident)).toBe(true);
    expect(has('#3', incident)).toBe(false);
    expect(has('#1', { ...incident, data: { domesticAbuse: false } })).toBe(false);
  });

  it('is a child’s, through its household', () => {
    const family: Noted = {
      type: detailsRecorded,
      on: '2024-01-11',
      people: { '#1': 'parent-or-carer', '#2': 'child' },
      relationships: [{ from: '#1', to: '#2', kind: 'parent-of' }],
    };
    expect(has('#2', family)).toBe(false);
    expect(has('#2', incident, family)).toBe(true);
  });

  it('begins with work of a service for domestic abuse, or with a record that says so', () => {
    expect(has('#1', { type: caseOpened, on: '2024-01-11', people: victim, data: { caseId: 'c', service: 'idva' } })).toBe(true);
    expect(has('#1', { type: caseOpened, on: '2024-01-11', people: victim, data: { caseId: 'c', service: 'housing' } })).toBe(false);
    expect(has('#1', { type: detailsRecorded, on: '2024-01-11', people: victim, data: { domesticAbuse: true } })).toBe(true);
  });
});
