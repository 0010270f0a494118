import { maracCaseHeard, maracCaseListed, referralMade } from '@throughline/records';
import { atLondon } from '@throughline/kernel';
import { caseFileOf, entryOf, type Noted } from '../case-file/testing/history';
import { PersonFile } from '../case-file/person-file';
import { isAwaitingMarac, isMaracMarked, maracMarkerUntil } from './marac';

const victim = { '#1': 'victim' } as const;
const heard = (on: string, people: Noted['people'] = victim): Noted => ({
  type: maracCaseHeard,
  on,
  people,
  agency: 'marac',
  data: { meetingOn: on },
});
const fileOf = (...history: readonly Noted[]) => PersonFile.of(['#1'], history.map(entryOf));
const noon = (on: string) => atLondon(on, '12:00');

describe('The MARAC marker', () => {
  it('lasts twelve months from the last hearing, in whatever order hearings come in', () => {
    const file = fileOf(heard('2024-03-21'), heard('2023-01-12'));
    expect(maracMarkerUntil(file)).toBe('2025-03-21');
    expect(isMaracMarked(file, noon('2025-03-21'))).toBe(true);
    expect(isMaracMarked(file, noon('2025-03-22'))).toBe(false);
  });

  it('is not for the person posing risk', () => {
    expect(maracMarkerUntil(fileOf(heard('2024-03-21', { '#2': 'victim', '#1': 'person-posing-risk' })))).toBeUndefined();
  });
});

describe('Waiting for MARAC', () => {
  const waits = (...history: readonly Noted[]) => isAwaitingMarac(caseFileOf(history, '#1', '2024-03-04'));
  const referred: Noted = { type: referralMade, on: '2024-02-01', people: victim, data: { referralId: 'r', service: 'marac' } };
  const listed: Noted = {
    type: maracCaseListed,
    on: '2024-02-02',
    people: victim,
    agency: 'marac',
    data: { meetingOn: '2024-02-15', listedBy: 'marac' },
  };

  it('lasts from a referral or a listing to the hearing', () => {
    expect(waits(referred)).toBe(true);
    expect(waits(listed)).toBe(true);
    expect(waits(referred, listed, heard('2024-02-15'))).toBe(false);
    expect(waits(referred, listed, heard('2023-01-12'))).toBe(true);
    expect(waits(heard('2023-01-12'))).toBe(false);
  });
});
