import { caseClosed, caseOpened, involvementEnded, involvementStarted, leadAgencyNominated } from '@throughline/records';
import fc from 'fast-check';
import { caseFileOf, type Noted } from '../case-file/testing/history';
import { leadAgency, newestNomination } from './lead-agency';

const victim = { '#1': 'victim' } as const;
const nominated = (on: string, agency: string, people: Noted['people'] = victim): Noted => ({
  type: leadAgencyNominated,
  on,
  people,
  agency: 'marac',
  data: { agency, chosenBy: 'the-person' },
});
const opened = (on: string, agency: string): Noted => ({
  type: caseOpened,
  on,
  people: victim,
  agency,
  data: { caseId: agency, service: 'other' },
});
const closed = (on: string, agency: string): Noted => ({ ...opened(on, agency), type: caseClosed });
const started = (on: string, agency: string): Noted => ({ ...opened(on, agency), type: involvementStarted, data: { service: 'other' } });
const ended = (on: string, agency: string): Noted => ({ ...started(on, agency), type: involvementEnded });
const leads = (...history: readonly Noted[]) => {
  const file = caseFileOf(history, '#1', '2024-03-04');
  return leadAgency(file, [file.person]);
};

describe('The lead agency', () => {
  it('is the one that was nominated last, for this person and not for somebody who poses them a risk', () => {
    expect(leads()).toBeUndefined();
    expect(leads(nominated('2024-01-10', 'csc'), nominated('2024-01-12', 'idva'))).toBe('idva');
    expect(leads(nominated('2024-01-10', 'csc', { '#1': 'person-posing-risk', '#2': 'victim' }))).toBeUndefined();
  });

  it('leads until the last of its own work has ended since', () => {
    const lead = nominated('2024-01-10', 'csc');
    expect(leads(opened('2024-01-05', 'csc'), lead, closed('2024-02-01', 'csc'))).toBeUndefined();
    expect(leads(started('2024-01-05', 'csc'), lead, ended('2024-02-01', 'csc'))).toBeUndefined();
    expect(leads(opened('2024-01-05', 'csc'), started('2024-01-05', 'csc'), lead, closed('2024-02-01', 'csc'))).toBe('csc');
    expect(leads(opened('2024-01-05', 'csc'), closed('2024-01-08', 'csc'), lead)).toBe('csc');
    expect(leads(lead, closed('2024-02-01', 'idva'))).toBe('csc');
  });

  it('does not fall back to whoever led before', () => {
    expect(
      leads(nominated('2024-01-02', 'gp'), opened('2024-01-05', 'csc'), nominated('2024-01-10', 'csc'), closed('2024-02-01', 'csc')),
    ).toBeUndefined();
  });

  it('is nobody or who was nominated last, whatever else happened', () => {
    const agency = fc.constantFrom('csc', 'idva', 'gp');
    const day = fc.integer({ min: 1, max: 28 }).map((number) => `2024-01-${String(number).padStart(2, '0')}`);
    const noted = fc.tuple(fc.constantFrom(nominated, opened, closed, started, ended), day, agency).map(([make, on, by]) => make(on, by));
    fc.assert(
      fc.property(fc.array(noted, { maxLength: 12 }), (history) => {
        const file = caseFileOf(history, '#1', '2024-03-04');
        const lead = leadAgency(file, [file.person]);
        const newest = newestNomination([file.person])?.data.agency;
        expect([undefined, newest]).toContain(lead);
        const ends = history.some(({ type, agency: by }) => by === newest && (type === caseClosed || type === involvementEnded));
        if (!ends) expect(lead).toBe(newest);
      }),
      { numRuns: 100 },
    );
  });
});
