import { readSearch, searchIn } from './search';

const search = (fields: Readonly<Record<string, string>>, agency?: string) => readSearch(searchIn(fields), agency);

describe('A search', () => {
  it('takes the visitor’s own reference without the agency’s code, and any other with it', () => {
    expect(search({ ref: 'I-17' }, 'idva').asked?.ref).toBe('idva:I-17');
    expect(search({ ref: 'police:N-1042' }, 'idva').asked?.ref).toBe('police:N-1042');
  });

  it('takes an NHS number with its blanks, and no invented one', () => {
    expect(search({ nhsNumber: '943 476 5919' }).asked?.nhsNumber).toBe('9434765919');
    expect(search({ nhsNumber: '943 476 5918' }).errors).toMatchObject([{ field: 'nhsNumber' }]);
  });

  it('takes a name with a date of birth', () => {
    expect(search({ name: 'Mary Ann O’Neill', dateOfBirth: '9 March 1984' }).asked).toMatchObject({
      name: 'Mary Ann O’Neill',
      dateOfBirth: '1984-03-09',
    });
  });

  it('takes a name alone, or a postcode alone', () => {
    expect(search({ name: 'Mary O’Neill' }).asked).toEqual({ name: 'Mary O’Neill', limit: 20 });
    expect(search({ postcode: 'S1 2AB' }).asked).toEqual({ postcode: 'S1 2AB', limit: 20 });
  });

  it.each([
    [{}, ['ref']],
    [{ dateOfBirth: '9 3 1984' }, ['name']],
    [{ name: 'Mary', dateOfBirth: '31 2 1984' }, ['dateOfBirth']],
    [{ ref: 'not a reference' }, ['ref']],
  ])('says of %p what is missing', (fields, at) => {
    const { asked, errors } = search(fields, 'idva');
    expect(asked).toBeUndefined();
    expect(errors.map(({ field }) => field)).toEqual(at);
  });
});
