import type { PersonDetails } from '@throughline/records';
import { contactRecorded, detailsRecorded, policeIncidentRecorded, safeAccommodationPlaced } from '@throughline/records';
import fc from 'fast-check';
import { attemptsWith } from '../terms/attempts';
import { heldByAgency } from '../terms/held-by-agency';
import { homesOf } from '../terms/home';
import { needsInterpreter } from '../terms/interpreter';
import { personsPosingRiskTo } from '../terms/persons-posing-risk';
import type { CaseFile } from './case-file';
import type { Entry } from './entry';
import { PersonFile } from './person-file';
import { caseFileOf, entryOf } from './testing/history';

const address = fc.record(
  {
    lines: fc.constantFrom('1 Mill Lane', '2 New Road', '3 High Street').map((line) => [line]),
    postcode: fc.constant('S1 2AB'),
    sensitive: fc.boolean(),
  },
  { requiredKeys: ['lines', 'postcode'] },
);
const details: fc.Arbitrary<PersonDetails> = fc.record(
  { given: fc.constantFrom('Ada', 'Eda'), interpreterRequired: fc.boolean(), address },
  { requiredKeys: [] },
);
const noted = fc.record({
  type: fc.constantFrom(detailsRecorded, policeIncidentRecorded, safeAccommodationPlaced),
  on: fc.integer({ min: 1, max: 28 }).map((day) => `2024-01-${String(day).padStart(2, '0')}`),
  agency: fc.constantFrom('police', 'csc', 'gp'),
  own: fc.option(details, { nil: undefined }),
  against: fc.constantFrom('#2', '#3'),
});
const contact = (index: number, on: string): Entry =>
  entryOf({ type: contactRecorded, on, people: { '#1': 'victim' }, data: { service: 'idva', outcome: 'no-answer' } }, index);
const history = fc.array(noted, { minLength: 1, maxLength: 20 }).map((notes) =>
  notes.map(({ own, against, ...note }, index) =>
    index % 4 === 3
      ? contact(index, note.on)
      : entryOf(
          {
            ...note,
            people: { '#1': 'victim', [against]: 'person-posing-risk' },
            ...(own === undefined ? {} : { details: { '#1': own } }),
          },
          index,
        ),
  ),
);

const others = caseFileOf(
  [{ type: policeIncidentRecorded, on: '2024-01-01', people: { '#1': 'victim', '#2': 'other', '#3': 'other' } }],
  '#1',
  '2024-03-04',
);
const seen = (person: PersonFile) => ({
  homes: homesOf(person),
  held: heldByAgency(person),
  details: person.details(),
  interpreter: needsInterpreter(person),
  attempts: attemptsWith(person, Number.MAX_SAFE_INTEGER),
  posingRisk: personsPosingRiskTo(
    { ...others, fileOf: (ref) => (person.has(ref) ? person : others.fileOf(ref)) } satisfies CaseFile,
    person,
  ).map(({ ref, records }) => ({ ref, records })),
});

describe('What is kept up with each record', () => {
  it('is what it would be if it were folded anew, whatever comes late, is changed or taken back', () => {
    fc.assert(
      fc.property(history, fc.infiniteStream(fc.nat()), (entries, chance) => {
        const next = (below: number): number => Number(chance.next().value) % below;
        const file = PersonFile.empty(['#1']);
        const filed = new Map<string, Entry>();
        const put = (entry: Entry): void => {
          file.file(entry);
          filed.set(entry.id, entry);
          expect(seen(file)).toEqual(seen(PersonFile.of(['#1'], filed.values())));
        };
        for (const entry of entries) {
          put(entry);
          const earlier = entries[next(entries.length)];
          const known = earlier === undefined ? undefined : filed.get(earlier.id);
          if (known === undefined || next(4) > 0) continue;
          const kind = next(2) === 0 ? 'retracted' : 'corrected';
          put({ ...known, amendment: { kind, by: { source: known.source, id: 'x' }, at: 0, index: 100 + entry.index } });
        }
      }),
      { numRuns: 60 },
    );
  });
});
