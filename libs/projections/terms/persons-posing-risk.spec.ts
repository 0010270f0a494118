import type { RefToken } from '@throughline/kernel';
import { policeIncidentRecorded, type Role } from '@throughline/records';
import fc from 'fast-check';
import { caseFileOf, type Noted } from '../case-file/testing/history';
import { namedAcrossRisk, personsPosingRiskTo, victimsOfPersonPosingRisk } from './persons-posing-risk';

const incident = (people: Readonly<Record<string, Role>>, data: object = {}): Noted => ({
  type: policeIncidentRecorded,
  on: '2024-01-10',
  people,
  data: { nature: ['physical'], ...data },
});
const victims = (history: readonly Noted[]) => {
  const file = caseFileOf(history, '#9', '2024-03-04');
  return victimsOfPersonPosingRisk(file, file.person).map(({ ref }) => ref);
};

describe('Those across a risk', () => {
  it('are the victims against whom somebody is named, each once', () => {
    const [one, two] = [incident({ '#1': 'victim', '#9': 'person-posing-risk' }), incident({ '#2': 'victim', '#9': 'person-posing-risk' })];
    expect(victims([one, two, one])).toEqual(['#1', '#2']);
  });

  it('are nobody of a call-out that was no domestic abuse, nor of a record in which somebody poses no risk', () => {
    expect(victims([incident({ '#1': 'victim', '#9': 'person-posing-risk' }, { domesticAbuse: false })])).toEqual([]);
    expect(victims([incident({ '#1': 'victim', '#9': 'other' })])).toEqual([]);
  });

  it('are the persons posing risk to a victim or a child', () => {
    const file = caseFileOf([incident({ '#1': 'child', '#9': 'person-posing-risk' })], '#1', '2024-03-04');
    expect(personsPosingRiskTo(file, file.person).map(({ ref }) => ref)).toEqual(['#9']);
  });

  it('are all at hand in a case file, whatever records say', () => {
    const role = fc.constantFrom<Role>('victim', 'child', 'person-posing-risk', 'other', 'parent-or-carer');
    const history = fc.array(
      fc.dictionary(fc.constantFrom('#1', '#2', '#3', '#9'), role, { minKeys: 1 }).map((people) => incident(people)),
      {
        minLength: 1,
        maxLength: 8,
      },
    );
    fc.assert(
      fc.property(history, (told) => {
        const file = caseFileOf(told, '#9', '2024-03-04');
        const atHand = new Set<RefToken>(namedAcrossRisk(file.person));
        const across = [...victimsOfPersonPosingRisk(file, file.person), ...personsPosingRiskTo(file, file.person)];
        for (const { ref } of across) expect(atHand.has(ref)).toBe(true);
      }),
    );
  });
});
