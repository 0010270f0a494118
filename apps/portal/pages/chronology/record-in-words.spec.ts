import { catalogue } from '@throughline/records';
import { fieldsInWords, narrativeOf, peopleIn } from './record-in-words';

const northgate = { agencies: [{ code: 'csc', kind: 'childrens-social-care', name: "Northgate Children's Social Care" }] };

describe('A record in words', () => {
  it('turns codes, dates and yes or no into words, and leaves what people wrote', () => {
    const data = {
      nature: ['physical', 'breach-of-order'],
      childrenPresent: true,
      incidentOn: '2024-03-04',
      justification: 'She asked us not to call.',
      checked: [],
    };
    expect(fieldsInWords(data, northgate)).toEqual([
      { term: 'Nature', value: 'Physical, Breach of order' },
      { term: 'Children present', value: 'Yes' },
      { term: 'Incident on', value: '4 March 2024' },
      { term: 'Justification', value: 'She asked us not to call.' },
      { term: 'Checked', value: 'None' },
    ]);
  });

  it('calls agencies by their names, and leaves numbers of cases and actions as they are', () => {
    const data = { consulted: ['csc', 'gp'], actions: [{ id: 'marac-2610-04', what: 'Ring her', who: 'csc' }], referralId: 'csc-17' };
    expect(fieldsInWords(data, northgate)).toEqual([
      { term: 'Consulted', value: "Northgate Children's Social Care, GP" },
      { term: 'Actions', value: "ID: marac-2610-04, What: Ring her, Who: Northgate Children's Social Care" },
      { term: 'Referral ID', value: 'csc-17' },
    ]);
  });

  it('tells an address in one line, and of a sealed one only that it is held', () => {
    const data = { address: { lines: ['12 Long Row'], postcode: 'S1 2AB', from: '2023-05-01' } };
    expect(fieldsInWords(data, northgate)).toEqual([{ term: 'Address', value: '12 Long Row, S1 2AB, from 1 May 2023' }]);
    expect(fieldsInWords({ address: 'sealed' }, northgate)).toEqual([{ term: 'Address', value: 'Held, sealed' }]);
  });

  it('names who is in it, and keeps what is told apart', () => {
    const data = { people: [{ ref: 'police:N-1', role: 'person-posing-risk' }], narrative: 'Two lines\nof text.' };
    expect(peopleIn(data)).toEqual(['police:N-1 (person posing risk)']);
    expect(narrativeOf(data)).toBe('Two lines\nof text.');
    expect(fieldsInWords(data, northgate)).toEqual([]);
  });

  it.each(catalogue.map(({ type, example }) => [type, example] as const))('leaves nothing of %s unsaid or unreadable', (_type, example) => {
    for (const { term, value } of fieldsInWords(example, northgate)) {
      expect(term).not.toBe('');
      expect(value).not.toContain('[object');
    }
  });

  it('has no words for what is no data', () => {
    expect([fieldsInWords(null, northgate), peopleIn('text'), narrativeOf(undefined)]).toEqual([[], [], undefined]);
  });
});
