import { ETHNICITIES } from './ethnicity';
import {
  DATE_OF_BIRTH,
  DAY,
  fitsForm,
  type Form,
  IDENTIFIER,
  INSTANT,
  NHS_NUMBER,
  PNC_ID,
  RECORD_ID,
  REFERENCE,
  UPRN,
  WELL_FORMED,
} from './form';

const cases: readonly [string, Form, readonly string[], readonly string[]][] = [
  [
    'an NHS number',
    NHS_NUMBER,
    ['9434765919', '9991000054', '4010232137'],
    ['9434765918', '0000000000', '1111111111', '943 476 5919', '943476591', ''],
  ],
  ['a PNC ID', PNC_ID, ['2002/0073319Z'], ['2002/0073319A', '2002/73319Z', '02/0073319Z', '2002/0073319z', '2002/0073319']],
  [
    'a day',
    DAY,
    ['2024-02-29', '2023-12-31'],
    ['2023-02-29', '2024-02-30', '2024-W10-1', '2024-3-4', '2024-03', '2024-03-04T00:00:00Z', ''],
  ],
  ['a date of birth', DATE_OF_BIRTH, ['1984', '1984-03', '1984-03-09'], ['84', '1984-13', '1984-02-30', '1984-3', '09/03/1984']],
  [
    'a moment',
    INSTANT,
    ['2024-03-04T10:00:00Z', '2024-03-04t10:00:00.123z', '2024-03-04T10:00:00+01:00'],
    ['2024-03-04T10:00:00', '2024-02-30T10:00:00Z', '2024-03-04', '2024-03-04T24:00:00Z', `2024-03-04T10:00:00.${'1'.repeat(60)}Z`],
  ],
  [
    'a reference',
    REFERENCE,
    ['police:N-1042', 'health-visiting:a.b_c~d'],
    ['police', 'police:', 'Police:1', 'police:a b', `police:${'x'.repeat(65)}`, 'police:1\n'],
  ],
  ['an identifier', IDENTIFIER, ['police-1/2', '😀'.repeat(200)], ['', 'a\nb', '😀'.repeat(201), '\ud800']],
  ['a record id', RECORD_ID, ['x'.repeat(1000)], ['', 'x'.repeat(1001)]],
  ['a UPRN', UPRN, ['1', '000050531234'], ['', '1234567890123', '12a']],
  ['a text', WELL_FORMED, ['', 'Zażółć 😀\n'], ['\ud800', 'a\udc00b', 'a\0b']],
];

test.each(cases)('%s is told from what looks like one', (_, form, good, bad) => {
  expect(good.filter((text) => !fitsForm(form, text))).toEqual([]);
  expect(bad.filter((text) => fitsForm(form, text))).toEqual([]);
});

test('ethnicity has the 18+1 codes, and Chinese of the older 16+1', () => {
  expect([...ETHNICITIES].filter((code) => code !== 'O1')).toHaveLength(19);
});
