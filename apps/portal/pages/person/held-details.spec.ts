import { defaultThresholds } from '@throughline/projections';
import { heldFields, valueInWords } from './held-details';

const settings = {
  code: 'northgate',
  name: 'Northgate',
  number: 1,
  agencies: [
    { code: 'police', kind: 'police', name: 'Northgate Police' },
    { code: 'gp', kind: 'gp', name: 'Northgate GP' },
    { code: 'csc', kind: 'childrens-social-care', name: 'Northgate CSC' },
  ],
  postcodes: [],
  schoolHolidays: [],
  thresholds: defaultThresholds,
};

describe('What agencies hold of a person', () => {
  const held = (agency: string, given: string, more: object = {}) => ({
    agency,
    given,
    family: 'Rahman',
    recordedAt: '2024-04-29T10:00:00.000Z',
    ...more,
  });

  it('is told once for each field, with who holds which value, the one that most hold first', () => {
    const fields = heldFields([held('police', 'Nadya'), held('gp', 'Nadia'), held('csc', 'Nadia')], [{ field: 'name' }], settings);
    expect(fields).toEqual([
      {
        name: 'given',
        term: 'First names',
        disputed: true,
        values: [
          { value: 'Nadia', agencies: ['Northgate GP (29 April 2024)', 'Northgate CSC (29 April 2024)'] },
          { value: 'Nadya', agencies: ['Northgate Police (29 April 2024)'] },
        ],
      },
      expect.objectContaining({ name: 'family', disputed: true, values: [expect.objectContaining({ value: 'Rahman' })] }),
    ]);
  });

  it('does not call two addresses a dispute: people move', () => {
    const details = [
      held('police', 'Nadia', { address: 'sealed' }),
      held('gp', 'Nadia', { address: { lines: ['1 Long Row'], postcode: 'S1 2AB' } }),
    ];
    const address = heldFields(details, [], settings).find(({ name }) => name === 'address');
    expect(address).toMatchObject({ disputed: false, values: [{ value: 'Held, sealed' }, { value: '1 Long Row, S1 2AB' }] });
  });

  it.each([
    ['dateOfBirth', '1984-03', 'March 1984'],
    ['firstLanguage', 'ur', 'Urdu'],
    ['nhsNumber', '9434765919', '943 476 5919'],
    ['interpreterRequired', true, 'Yes'],
    ['otherNames', ['Mary Smith', 'M. Smith'], 'Mary Smith, M. Smith'],
    ['sex', 'not-known', 'Not known'],
    ['expectedOn', '2024-08-01', '1 August 2024'],
  ])('%s %p reads %s', (name, value, words) => {
    expect(valueInWords(name, value)).toBe(words);
  });
});
