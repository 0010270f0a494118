import { addDays } from '@throughline/kernel';
import { enrolmentRecorded } from '@throughline/records';
import fc from 'fast-check';
import { caseFileOf, entryOf, type Noted } from '../case-file/testing/history';
import { PersonFile } from '../case-file/person-file';
import { enrolmentOn, settingOf } from './enrolment';

const enrolled = (from: string, to?: string, agency = 'education'): Noted => ({
  type: enrolmentRecorded,
  on: '2024-01-10',
  agency,
  people: { '#1': 'child' },
  data: { setting: { name: '[sealed]' }, kind: 'primary', from, ...(to === undefined ? {} : { to }) },
});
const on = (day: string, ...history: readonly Noted[]) => enrolmentOn(PersonFile.of(['#1'], history.map(entryOf)), day)?.data.from;

describe('A child is enrolled', () => {
  it('from the first day to the last', () => {
    const year = enrolled('2023-09-04', '2024-07-19');
    expect([on('2023-09-03', year), on('2023-09-04', year), on('2024-07-19', year), on('2024-07-20', year)]).toEqual([
      undefined,
      '2023-09-04',
      '2023-09-04',
      undefined,
    ]);
  });

  it('where it began last', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(900), { minLength: 1 }), (starts) => {
        const days = starts.map((start) => addDays('2022-01-01', start));
        const begun = days.filter((day) => day <= '2024-03-04').sort();
        return on('2024-03-04', ...days.map((day) => enrolled(day))) === begun.at(-1);
      }),
      { numRuns: 50 },
    );
  });

  it('at a setting of the agency that recorded it, where that gives education', () => {
    const { settings } = caseFileOf([enrolled('2023-09-04')], '#1', '2024-03-04');
    const education = { ...settings, agencies: [...settings.agencies, { code: 'schools', kind: 'education', name: 'Schools' }] };
    const found = (agency: string) =>
      enrolmentOn(PersonFile.of(['#1'], [entryOf(enrolled('2023-09-04', undefined, agency), 0)]), '2024-03-04');
    expect(settingOf(education, found('schools'))).toBe('schools');
    expect(settingOf(education, found('csc'))).toBeUndefined();
    expect(settingOf(education, undefined)).toBeUndefined();
  });
});
