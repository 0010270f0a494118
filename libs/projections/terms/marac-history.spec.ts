import { addDays, addMonths, atLondon, type RefToken } from '@throughline/kernel';
import { maracCaseHeard, maracCaseListed, maracTransferReceived, maracTransferRequested } from '@throughline/records';
import fc from 'fast-check';
import { entryOf, type Noted } from '../case-file/testing/history';
import { PersonFile } from '../case-file/person-file';
import { heardBefore, knownToMaracUntil } from './marac-history';

const mother: RefToken = '#1';
const victim = { [mother]: 'victim' } as const;
const heard = (on: string, people: Noted['people'] = victim): Noted => ({ type: maracCaseHeard, on, people, data: { meetingOn: on } });
const listed = (on: string, meetingOn: string): Noted => ({ type: maracCaseListed, on, people: victim, data: { meetingOn } });
const came = (on: string, timesHeard: number): Noted => ({ type: maracTransferReceived, on, people: victim, data: { timesHeard } });
const went = (on: string, timesHeard: number): Noted => ({ type: maracTransferRequested, on, people: victim, data: { timesHeard } });
const fileOf = (...history: readonly Noted[]) => PersonFile.of([mother], history.map(entryOf));
const noon = (on: string) => atLondon(on, '12:00');

describe('What MARAC has heard before', () => {
  it('is every meeting once, here and elsewhere', () => {
    const { here, elsewhere, lastOn, records } = heardBefore(
      fileOf(heard('2023-01-12'), heard('2023-01-12'), heard('2024-01-18'), came('2022-01-01', 5), went('2024-02-01', 1)),
      noon('2024-03-04'),
    );
    expect({ here, elsewhere, lastOn, shown: records.length }).toEqual({ here: 2, elsewhere: 5, lastOn: '2024-01-18', shown: 5 });
  });

  it('is nothing that came later, and nothing in which they posed the risk', () => {
    const other = heard('2023-01-12', { '#2': 'victim', [mother]: 'person-posing-risk' });
    expect(heardBefore(fileOf(heard('2024-03-05'), other, came('2023-01-01', 0)), noon('2024-03-04'))).toMatchObject({
      here: 0,
      elsewhere: 0,
    });
  });
});

describe('The day until which MARAC is noted', () => {
  const until = (on: string, ...history: readonly Noted[]) => knownToMaracUntil(fileOf(...history), noon(on))?.until;

  it('is twelve months after the last listing, hearing or transfer, that day included', () => {
    expect(until('2024-03-05', listed('2024-03-04', '2024-03-21'))).toBe('2025-03-21');
    expect(until('2024-03-05', heard('2024-01-18'), came('2024-02-01', 2))).toBe('2025-02-01');
    expect(until('2025-01-18', heard('2024-01-18'))).toBe('2025-01-18');
    expect(until('2025-01-19', heard('2024-01-18'))).toBeUndefined();
    expect(until('2024-01-17', heard('2024-01-18'))).toBeUndefined();
  });

  it('does not depend on the order in which hearings come in', () => {
    const days = fc.uniqueArray(fc.nat(700), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(days, (offsets) => {
        const meetings = offsets.map((offset) => addDays('2022-01-01', offset));
        const last = [...meetings].sort().at(-1) ?? '';
        expect(until(last, ...meetings.map((on) => heard(on)))).toBe(addMonths(last, 12));
      }),
      { numRuns: 60 },
    );
  });
});
