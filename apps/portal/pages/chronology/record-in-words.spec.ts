import { catalogue } from '@throughline/records';
import { fieldsInWords, narrativeOf, peopleIn } from './record-in-words';

describe('A record in words', () => {
  it('turns codes, dates and yes or no into words, and leaves what people wrote', () => {
    const data = {
      nature: ['physical', 'breach-of-order'],
      childrenPresent: true,
      incidentOn: '2024-03-04',
      justification: 'She asked us not to call.',
      checked: [],
    };
    expect(fieldsInWords(data)).toEqual([
      { term: 'Nature', value: 'Physical, Breach of order' },
      { term: 'Children present', value: 'Yes' },
      { term: 'Incident on', value: '4 March 2024' },
      { term: 'Justification', value: 'She asked us not to call.' },
      { term: 'Checked', value: 'None' },
    ]);
  });

  it('says that a sealed address is held, and nothing of it', () => {
    expect(fieldsInWords({ address: 'sealed' })).toEqual([{ term: 'Address', value: 'Held, sealed' }]);
  });

  it('names who is in it, and keeps what is told apart', () => {
    const data = { people: [{ ref: 'police:N-1', role: 'person-posing-risk' }], narrative: 'Two lines\nof text.' };
    expect(peopleIn(data)).toEqual(['police:N-1 (person posing risk)']);
    expect(narrativeOf(data)).toBe('Two lines\nof text.');
    expect(fieldsInWords(data)).toEqual([]);
  });

  it.each(catalogue.map(({ type, example }) => [type, example] as const))('leaves nothing of %s unsaid or unreadable', (_type, example) => {
    for (const { term, value } of fieldsInWords(example)) {
      expect(term).not.toBe('');
      expect(value).not.toContain('[object');
    }
  });

  it('has no words for what is no data', () => {
    expect([fieldsInWords(null), peopleIn('text'), narrativeOf(undefined)]).toEqual([[], [], undefined]);
  });
});
