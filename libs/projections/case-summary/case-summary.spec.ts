import {
  courtCaseConcluded,
  investigationOutcomeRecorded,
  maracActionCompleted,
  maracCaseHeard,
  orderBreached,
  policeIncidentRecorded,
  protectionOrderRecorded,
  riskAssessmentCompleted,
  type Role,
} from '@throughline/records';
import { caseFileOf, type Noted } from '../case-file/testing/history';
import { caseSummaryFacts, recordsTold } from './case-summary';

const both = { '#1': 'victim', '#2': 'person-posing-risk' } as const satisfies Record<string, Role>;
const him = { '#2': 'person-posing-risk' } as const satisfies Record<string, Role>;

const call: Noted = { type: policeIncidentRecorded, on: '2024-03-01', people: both, data: { incidentNumber: 'i-1', nature: [] } };
const outcome = (on: string, people: Noted['people'], incidentNumber = 'i-1'): Noted => ({
  ...{ type: investigationOutcomeRecorded, on, people },
  data: { incidentNumber, outcome: 'charged' },
});

const caseOf = (...history: readonly Noted[]) => {
  const file = caseFileOf(history, '#1', '2024-06-01');
  const facts = caseSummaryFacts(file);
  return { facts, told: recordsTold(file, facts).map(({ index }) => index) };
};

describe('A case for the prosecutor', () => {
  it('is nothing but what is held', () => {
    const { facts, told } = caseOf();
    expect(facts).toMatchObject({ level: null, assessments: [], incidents: [], hearings: [], outcomes: [], posingRisk: [] });
    expect(told).toEqual([]);
  });

  it('holds the level of risk, and the assessments of this victim alone', () => {
    const assessed = (people: Noted['people']): Noted => ({
      type: riskAssessmentCompleted,
      on: '2024-03-02',
      people,
      data: { level: 'high' },
    });
    const { facts, told } = caseOf(assessed({ '#1': 'other', '#3': 'victim' }), assessed(both));
    expect(facts.level).toBe('high');
    expect(told).toEqual([1]);
  });

  it('holds a charge for her incident that names only who is accused, and none for another’s', () => {
    const { facts, told } = caseOf(call, outcome('2024-03-04', him), outcome('2024-03-05', him, 'i-2'), outcome('2024-03-06', both));
    expect(facts.outcomes.map(({ index }) => index)).toEqual([1, 3]);
    expect(told).toEqual([0, 1, 3]);
    expect(facts.posingRisk).toEqual([{ person: '#2', refs: ['#2'] }]);
  });

  it('says which actions of MARAC are done', () => {
    const actions = [
      { id: 'a-1', what: 'x' },
      { id: 'a-2', what: 'y' },
    ];
    const { facts, told } = caseOf(
      { type: maracCaseHeard, on: '2024-03-07', people: both, data: { meetingOn: '2024-03-07', level: 'high', attended: [], actions } },
      { type: maracActionCompleted, on: '2024-03-08', people: { '#1': 'victim' }, data: { actionId: 'a-2' } },
    );
    expect(facts.hearings[0]?.actions.map(({ completion }) => completion?.index)).toEqual([undefined, 1]);
    expect(told).toEqual([0, 1]);
  });

  it('holds orders that protect her, breaches, and how the case ended; not an order against her', () => {
    const order = (protects: string, against: string): Noted => ({
      ...{ type: protectionOrderRecorded, on: '2024-03-02', people: both },
      data: { orderId: `o-${protects}`, order: 'dvpo', status: 'granted', protects: [protects], against },
    });
    const { facts, told } = caseOf(
      order('#1', '#2'),
      order('#2', '#1'),
      { type: orderBreached, on: '2024-03-09', people: both, data: { order: 'dvpo', breachedOn: '2024-03-09' } },
      { type: courtCaseConcluded, on: '2024-05-01', people: both, data: { outcome: 'Guilty plea' } },
    );
    expect(facts.orders).toMatchObject([{ orderId: 'o-#1', against: '#2' }]);
    expect([facts.breaches.length, facts.conclusions.length, told]).toEqual([1, 1, [2, 0, 3]]);
  });
});
