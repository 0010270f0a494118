import { catalogue, type RecordType } from '@throughline/records';
import fc from 'fast-check';
import type { PublishedRecord } from '../published-record';
import type { RecordData } from '../record-anatomy';

const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }).filter((words) => words.trim() !== '');

const details = fc.record({
  given: text,
  family: text,
  dateOfBirth: fc.constantFrom('1984', '1984-03', '1984-03-09'),
  address: fc.record({ lines: fc.array(text, { maxLength: 3 }), postcode: fc.constant('S1 2AB'), sensitive: fc.boolean() }),
});

const exampleOf = (definition: RecordType): RecordData => ({ ...(definition.example as object) });

/** Published as the catalogue's own examples are, by the agency of their first person. */
export const published = (definition: RecordType, changes: Partial<PublishedRecord> = {}): PublishedRecord => {
  const subject = definition.example.people[0]?.ref ?? '';
  const agency = subject.split(':')[0] ?? '';
  return {
    partnership: 'northgate',
    source: `/agencies/${agency}`,
    id: 'r-1',
    type: definition.type,
    time: '2024-03-04T10:00:00Z',
    recordedtime: '2024-03-04T10:05:00Z',
    agency,
    subject,
    data: exampleOf(definition),
    ...changes,
  };
};

/** Any type's example with generated names, places, narratives and attributes. */
export const anyPublished: fc.Arbitrary<PublishedRecord> = fc
  .record({
    definition: fc.constantFrom<RecordType>(...catalogue),
    id: fc.string({ minLength: 1, maxLength: 20 }),
    narrative: fc.option(text, { nil: undefined }),
    held: fc.array(fc.option(details, { nil: undefined }), { minLength: 6, maxLength: 6 }),
    attributes: fc.option(fc.dictionary(fc.constantFrom('dataschema', 'traceparent', 'priority'), text, { minKeys: 1 }), {
      nil: undefined,
    }),
  })
  .map(({ definition, id, narrative, held, attributes }) => {
    const people = definition.example.people.map(({ details: _replaced, ...person }, place) => {
      const own = held[place];
      return own === undefined ? person : { ...person, details: own };
    });
    const data = { ...exampleOf(definition), people, ...(narrative === undefined ? {} : { narrative }) };
    return published(definition, { id, data, ...(attributes === undefined ? {} : { attributes }) });
  });
