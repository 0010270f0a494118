import type { PersonDetails } from '@throughline/records';
import { detailsRecorded } from '@throughline/records';
import fc from 'fast-check';
import { caseFileOf, type Noted } from '../case-file/testing/history';
import { disagreementsAbout, heldByAgency } from './held-by-agency';

const said = (agency: string, details: PersonDetails): Noted => ({
  type: detailsRecorded,
  on: '2024-01-10',
  people: { '#1': 'victim' },
  agency,
  details: { '#1': details },
});
const person = (history: readonly Noted[]) => caseFileOf(history, '#1', '2024-03-04').person;

describe('What agencies hold of a person', () => {
  it('is what each said last, since the record that first said so', () => {
    const [gp] = heldByAgency(
      person([said('gp', { given: 'Ann' }), said('gp', { given: 'Anna' }), said('gp', { given: 'Anna', sex: 'female' })]),
    );
    expect(gp?.details).toEqual({ given: 'Anna', sex: 'female' });
    expect(gp?.said.get('given')?.id).toBe('r-1');
    expect(gp?.said.get('sex')?.id).toBe('r-2');
  });

  it('differs between two agencies in the fields and records that say so', () => {
    const [found, ...more] = disagreementsAbout(
      person([said('gp', { given: 'Anna', dateOfBirth: '1988' }), said('police', { given: 'Anne', dateOfBirth: '1988-04-12' })]),
    );
    expect(more).toEqual([]);
    expect(found?.agencies).toEqual(['gp', 'police']);
    expect(found?.fields).toEqual(['name']);
    expect(found?.records.map(({ id }) => id)).toEqual(['r-0', 'r-1']);
  });

  it('never differs where everybody says the same, and never within one agency', () => {
    const details = fc.record({ given: fc.constantFrom('Anna', 'Anne'), dateOfBirth: fc.constantFrom('1988', '1988-04-12') });
    fc.assert(
      fc.property(fc.array(details, { maxLength: 6 }), details, (own, same) => {
        expect(disagreementsAbout(person(own.map((each) => said('gp', each))))).toEqual([]);
        expect(disagreementsAbout(person(['gp', 'police', 'csc'].map((agency) => said(agency, same))))).toEqual([]);
      }),
    );
  });
});
