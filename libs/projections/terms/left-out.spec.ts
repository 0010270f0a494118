import {
  assessmentCompleted,
  detailsRecorded,
  policeIncidentRecorded,
  RELATIONSHIPS,
  type Relationship,
  type Role,
} from '@throughline/records';
import fc from 'fast-check';
import { caseFileOf, entryOf, type Noted } from '../case-file/testing/history';
import { leftOutOf } from './left-out';

const victim: Noted = { type: policeIncidentRecorded, on: '2024-01-10', people: { '#1': 'victim' }, data: { nature: ['physical'] } };
const related = (from: string, kind: Relationship['kind'], to: string, more: Partial<Relationship> = {}): Noted => {
  const role = (ref: string): Role => (ref === '#1' ? 'victim' : ref === '#2' ? 'child' : 'parent-or-carer');
  return {
    type: detailsRecorded,
    on: '2024-01-11',
    people: { [from]: role(from), [to]: role(to) },
    relationships: [{ from, to, kind, ...more }],
  };
};
const family = [victim, related('#1', 'parent-of', '#2')];
const leftOut = (named: Readonly<Record<string, Role>>, ...history: readonly Noted[]) => {
  const assessment: Noted = { type: assessmentCompleted, on: '2024-03-04', people: named, data: { children: [] } };
  const file = caseFileOf([...family, ...history], '#2', '2024-03-04');
  return [...leftOutOf(entryOf(assessment, 99), file)].map(([{ person }, as]) => `${person} ${as}`);
};
const both = { '#2': 'child', '#1': 'victim' } as const;

describe('Those whom a record leaves out', () => {
  it('are parents and partners in contact', () => {
    expect(leftOut(both, related('#3', 'parent-of', '#2', { inContact: true }))).toEqual(['#3 parent']);
    expect(leftOut(both, related('#3', 'parent-of', '#2'))).toEqual([]);
    expect(leftOut(both, related('#3', 'partner-of', '#1'))).toEqual(['#3 partner']);
    expect(leftOut(both, related('#3', 'partner-of', '#1', { inContact: false }))).toEqual([]);
    expect(leftOut(both, related('#3', 'partner-of', '#1'), related('#1', 'ex-partner-of', '#3'))).toEqual([]);
    expect(leftOut({ '#2': 'child' })).toEqual(['#1 parent']);
  });

  it('are nobody whom it names, and nobody but parents and partners', () => {
    fc.assert(
      fc.property(fc.constantFrom(...RELATIONSHIPS), fc.boolean(), fc.boolean(), (kind, inContact, isNamed) => {
        const found = leftOut({ ...both, ...(isNamed ? { '#3': 'other' } : {}) }, related('#3', kind, '#1', { inContact }));
        const isPartner = kind === 'partner-of' || kind === 'ex-partner-of';
        expect(found).toEqual(isPartner && inContact && !isNamed ? ['#3 partner'] : []);
      }),
    );
  });
});
