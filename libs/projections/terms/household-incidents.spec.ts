import { addDays, type Day, type RefToken } from '@throughline/kernel';
import { abuseDisclosed, childNotificationSubmitted, policeIncidentRecorded, recordRetracted } from '@throughline/records';
import fc from 'fast-check';
import { caseFileOf, entryOf, type Noted } from '../case-file/testing/history';
import { PersonFile } from '../case-file/person-file';
import { incidentsAmong, incidentsBefore, reportLeft, reportsBeside } from './household-incidents';

const call = (on: Day, ...victims: readonly RefToken[]): Noted => ({
  type: policeIncidentRecorded,
  on,
  people: Object.fromEntries((victims.length === 0 ? (['#1'] as const) : victims).map((ref) => [ref, 'victim' as const])),
  data: { incidentNumber: `police-${on}`, nature: ['physical'] },
});
const files = (history: readonly Noted[]) => (['#1', '#2'] as const).map((ref) => PersonFile.of([ref], history.map(entryOf)));
const days = (...history: readonly Noted[]) => incidentsAmong(files(history)).map(({ day }) => day);

describe('Incidents of a household', () => {
  it('stand once where several suffered them', () => {
    expect(days(call('2024-01-10', '#1', '#2'), call('2024-01-20', '#2'), call('2024-01-21', '#1'))).toEqual(['2024-01-10', '2024-01-20']);
    expect(incidentsAmong(files([call('2024-01-10', '#1', '#2')]))[0]?.records).toHaveLength(1);
  });

  it('are in order, more than a day apart', () => {
    const told = fc.array(fc.tuple(fc.nat(60), fc.constantFrom<RefToken>('#1', '#2')), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(told, (calls) => {
        const found = days(...calls.map(([day, ref]) => call(addDays('2024-01-01', day), ref)));
        expect(found).toEqual([...found].sort());
        found.slice(1).forEach((day, place) => expect(day > addDays(found[place] ?? '', 1)).toBe(true));
      }),
      { numRuns: 50 },
    );
  });

  it('before a notification leave out the one that it is about', () => {
    const before = (on: Day, incidentNumber: string | undefined, ...history: readonly Noted[]) => {
      const data = { notificationNumber: 'n-1', ...(incidentNumber === undefined ? {} : { incidentNumber }) };
      const notification = entryOf({ type: childNotificationSubmitted, on, people: { '#1': 'child' }, data }, 99);
      return incidentsBefore(files(history), notification as never).map(({ day }) => day);
    };
    expect(before('2024-03-04', undefined, call('2024-01-10'), call('2024-03-03'))).toEqual(['2024-01-10']);
    expect(before('2024-03-04', undefined, call('2024-01-10'), call('2024-03-02'))).toEqual(['2024-01-10', '2024-03-02']);
    expect(before('2024-03-04', 'police-2024-03-01', call('2024-01-10'), call('2024-03-01'), call('2024-03-03'))).toEqual(['2024-01-10']);
  });
});

describe('Reports of one incident', () => {
  const disclosed: Noted = {
    type: abuseDisclosed,
    on: '2024-01-15',
    agency: 'idva',
    people: { '#1': 'victim' },
    data: { incidentOn: '2024-01-11' },
  };
  const history = [call('2024-01-10'), disclosed, call('2024-01-20')];

  it('stand beside each other, whoever made them', () => {
    const file = caseFileOf(history, '#1', '2024-03-04');
    expect(reportsBeside(entryOf(call('2024-01-10'), 0), file).map(({ id }) => id)).toEqual(['r-1']);
    expect(reportsBeside(entryOf(call('2024-01-20'), 2), file)).toEqual([]);
  });

  it('are left when another is retracted', () => {
    const file = caseFileOf(history, '#1', '2024-03-04');
    const retraction = (id: string) =>
      entryOf(
        { type: recordRetracted, on: '2024-02-01', people: { '#1': 'victim' }, data: { retracts: { source: '/agencies/police', id } } },
        9,
      );
    expect(reportLeft(retraction('r-0'), file)?.id).toBe('r-1');
    expect(reportLeft(retraction('r-2'), file)).toBeUndefined();
    expect(reportLeft(entryOf(call('2024-01-10'), 0), file)).toBeUndefined();
  });
});
