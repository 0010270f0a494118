import { detailsRecorded, type PersonDetails } from '@throughline/records';
import fc from 'fast-check';
import { entryOf, type Noted } from '../case-file/testing/history';
import { PersonFile } from '../case-file/person-file';
import { needsInterpreter } from './interpreter';

const said = (agency: string, details: PersonDetails): Noted => ({
  type: detailsRecorded,
  on: '2024-01-10',
  agency,
  people: { '#1': 'victim' },
  details: { '#1': details },
});
const needed = (...history: readonly Noted[]) => needsInterpreter(PersonFile.of(['#1'], history.map(entryOf)));

describe('An interpreter is needed', () => {
  it('while any agency’s newest word is that it is; what says nothing of it changes nothing', () => {
    expect(needed()).toBe(false);
    expect(needed(said('gp', { interpreterRequired: true }), said('gp', { given: 'Anna' }))).toBe(true);
    expect(needed(said('gp', { interpreterRequired: true }), said('csc', { interpreterRequired: false }))).toBe(true);
    expect(needed(said('gp', { interpreterRequired: true }), said('gp', { interpreterRequired: false }))).toBe(false);
  });

  it('whatever was said before by the same agencies', () => {
    const words = fc.array(fc.tuple(fc.constantFrom('gp', 'csc', 'police'), fc.boolean()), { minLength: 1 });
    fc.assert(
      fc.property(words, (told) => {
        const newest = new Map(told);
        const history = told.map(([agency, interpreterRequired]) => said(agency, { interpreterRequired }));
        return needed(...history) === [...newest.values()].includes(true);
      }),
    );
  });
});
