import { endOfDay, startOfDay } from '@throughline/kernel';
import { defaultThresholds } from '@throughline/projections';
import { filtersIn, narrowing, queryOf, readFilters } from './filters';

const settings = {
  code: 'northgate',
  name: 'Northgate',
  number: 1,
  agencies: [{ code: 'police', kind: 'police', name: 'Northgate Police' }],
  postcodes: [],
  schoolHolidays: [],
  thresholds: defaultThresholds,
};

describe('What a chronology is narrowed to', () => {
  it('is nothing, newest first, unless something is chosen', () => {
    const filters = filtersIn({});
    expect(narrowing(filters)).toBe(0);
    expect(readFilters(filters, settings)).toEqual({ asked: { household: false, order: 'desc' }, errors: [] });
  });

  it('takes in the whole of its first and last day, and all that was known by the end of a day', () => {
    const { asked } = readFilters(
      filtersIn({ from: '1 3 2024', to: '4 March 2024', asAt: '2024-07-01', agency: 'police', household: 'true' }),
      settings,
    );
    expect(asked).toMatchObject({
      from: startOfDay('2024-03-01'),
      to: endOfDay('2024-03-04'),
      asAt: endOfDay('2024-07-01'),
      agencies: ['police'],
      household: true,
    });
  });

  it('says which date is none, and when the last comes before the first', () => {
    expect(readFilters(filtersIn({ from: '31 2 2024' }), settings).errors).toMatchObject([{ field: 'from' }]);
    expect(readFilters(filtersIn({ from: '2 3 2024', to: '1 3 2024' }), settings).errors).toMatchObject([{ field: 'to' }]);
  });

  it('forgets an agency or a kind that does not exist', () => {
    expect(readFilters(filtersIn({ agency: 'nobody', type: 'rumour', knownTo: 'nobody' }), settings).asked).toEqual({
      household: false,
      order: 'desc',
    });
  });

  it('goes along to the next page', () => {
    const filters = filtersIn({ agency: 'police', household: 'true', order: 'asc' });
    expect(filtersIn(Object.fromEntries(new URLSearchParams(queryOf(filters))))).toEqual(filters);
  });
});
