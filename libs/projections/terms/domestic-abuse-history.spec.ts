import { caseOpened, detailsRecorded, policeIncidentRecorded, riskAssessmentCompleted } from '@throughline/records';
import fc from 'fast-check';
import { caseFileOf, type Noted } from '../case-file/testing/history';
import { hasDomesticAbuseHistory } from './domestic-abuse-history';

/** What safeguards.md (Terms) says of these four types. */
const ofAbuse = ({ type, domesticAbuse, service }: { type: object; domesticAbuse: boolean | undefined; service: string }): boolean =>
  domesticAbuse === true ||
  type === riskAssessmentCompleted ||
  (type === policeIncidentRecorded && domesticAbuse !== false) ||
  (type === caseOpened && service === 'idva');

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
    expect(has('#1', { type: caseOpened, on: '2024-01-11', people: { '#1': 'victim' }, data: { caseId: 'c', service: 'idva' } })).toBe(
      true,
    );
    expect(has('#1', { type: caseOpened, on: '2024-01-11', people: { '#1': 'victim' }, data: { caseId: 'c', service: 'housing' } })).toBe(
      false,
    );
    expect(has('#1', { type: detailsRecorded, on: '2024-01-11', people: { '#1': 'victim' }, data: { domesticAbuse: true } })).toBe(true);
  });

  it('is never lost by what comes in, and begins only with a domestic abuse record in which one suffers it', () => {
    const role = fc.constantFrom('victim', 'child', 'parent-or-carer', 'person-posing-risk', 'other');
    const one = fc.record({
      type: fc.constantFrom(policeIncidentRecorded, detailsRecorded, caseOpened, riskAssessmentCompleted),
      role,
      domesticAbuse: fc.option(fc.boolean(), { nil: undefined }),
      service: fc.constantFrom('idva', 'housing'),
    });
    const noted = ({ type, role: own, domesticAbuse, service }: typeof one extends fc.Arbitrary<infer Value> ? Value : never): Noted => ({
      type,
      on: '2024-01-10',
      people: { '#1': own, '#9': 'other' },
      data: { ...(domesticAbuse === undefined ? {} : { domesticAbuse }), ...(type === caseOpened ? { caseId: 'c', service } : {}) },
    });
    const suffered: ReadonlySet<string> = new Set(['victim', 'child', 'parent-or-carer']);
    fc.assert(
      fc.property(fc.array(one, { minLength: 1, maxLength: 8 }), (list) => {
        const begins = list.findIndex((each) => suffered.has(each.role) && ofAbuse(each));
        list.forEach((_, place) => {
          expect(has('#1', ...list.slice(0, place + 1).map(noted))).toBe(begins >= 0 && place >= begins);
        });
      }),
      { numRuns: 150 },
    );
  });
});
