import { addMonths, atLondon } from '@throughline/kernel';
import { riskAssessmentCompleted } from '@throughline/records';
import fc from 'fast-check';
import { PersonFile } from '../case-file/person-file';
import { entryOf, type Noted } from '../case-file/testing/history';
import { higher, riskLevel } from './risk-level';

const fileOf = (...history: readonly Noted[]) => PersonFile.of(['#1'], history.map(entryOf));
const noon = (on: string) => atLondon(on, '12:00');

describe('The risk level', () => {
  const assessed = (on: string, agency: string, level: string, people: Noted['people'] = { '#1': 'victim' }): Noted => ({
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

  it('is raised by no assessment that is lower than it, or older than twelve months', () => {
    const levels = ['standard', 'medium', 'high'] as const;
    const one = fc.record({
      months: fc.integer({ min: 0, max: 30 }),
      agency: fc.constantFrom('idva', 'police', 'csc'),
      level: fc.constantFrom(...levels),
    });
    fc.assert(
      fc.property(fc.uniqueArray(one, { selector: ({ months }) => months, maxLength: 12 }), one, (list, more) => {
        const noted = ({ months, agency, level }: Omit<typeof more, 'agency'> & { readonly agency: string }) =>
          assessed(addMonths('2024-03-04', -months), agency, level);
        const before = riskLevel(fileOf(...list.map(noted)), noon('2024-03-04'), 12);
        const after = riskLevel(fileOf(...list.map(noted), noted({ ...more, agency: 'gp' })), noon('2024-03-04'), 12);
        const counts = more.months < 12;
        const rises = counts && (before === undefined || higher(more.level, before));
        expect(after).toBe(rises ? more.level : before);
      }),
      { numRuns: 150 },
    );
  });
});
