import { caseOpened, detailsRecorded, policeIncidentRecorded } from '@throughline/records';
import fc from 'fast-check';
import type { Entry } from './entry';
import { PersonFile } from './person-file';
import { entryOf, type Noted } from './testing/history';

const types = [policeIncidentRecorded, caseOpened, detailsRecorded] as const;
const note = fc.record({
  type: fc.constantFrom(...types),
  on: fc.integer({ min: 1, max: 28 }).map((day) => `2024-01-${String(day).padStart(2, '0')}`),
  people: fc.constantFrom<Noted['people']>({ '#1': 'victim' }, { '#1': 'victim', '#2': 'child' }, { '#2': 'child' }, { '#3': 'other' }),
});
const history = fc
  .array(note, { maxLength: 25 })
  .map((notes) => notes.map((each, index) => entryOf({ ...each, relationships: [{ from: '#1', to: '#2', kind: 'parent-of' }] }, index)));
const shown = (file: PersonFile) => ({
  all: file.all().map(({ id }) => id),
  standing: file.standing().map(({ id }) => id),
  byType: types.map((type) => file.of(type).map(({ id }) => id)),
  relationships: file.relationships().map(({ entry }) => entry.id),
  roles: [file.hasBeen('victim'), file.hasBeen('child')],
});
const retraction = (entry: Entry): Entry => ({
  ...entry,
  amendment: { kind: 'retracted', by: { source: '/agencies/police', id: 'x' }, at: 0, index: 99 },
});

describe('A person file', () => {
  it('does not depend on the order in which records are filed', () => {
    fc.assert(
      fc.property(history, fc.infiniteStream(fc.nat()), (entries, chance) => {
        const shuffled = entries
          .map((entry) => ({ entry, by: Number(chance.next().value) }))
          .sort((one, two) => one.by - two.by)
          .map(({ entry }) => entry);
        expect(shown(PersonFile.of(['#1', '#2'], shuffled))).toEqual(shown(PersonFile.of(['#1', '#2'], entries)));
      }),
      { numRuns: 150 },
    );
  });

  it('holds what names the person, in order of happening, and takes a record in once', () => {
    fc.assert(
      fc.property(history, (entries) => {
        const file = PersonFile.of(['#1'], [...entries, ...entries]);
        const own = entries.filter(({ data }) => data.people.some(({ ref }) => ref === '#1'));
        expect(file.size).toBe(own.length);
        expect(file.standing()).toEqual([...own].sort((one, two) => one.time - two.time || one.index - two.index));
      }),
      { numRuns: 100 },
    );
  });

  it('keeps a retracted record and lets it count for nothing; one that names somebody else leaves', () => {
    fc.assert(
      fc.property(history, (entries) => {
        const file = PersonFile.of(['#1'], entries);
        const target = file.all()[0];
        if (target === undefined) return;
        file.file(retraction(target));
        expect(file.entry(target)?.amendment?.kind).toBe('retracted');
        expect(file.standing().map(({ id }) => id)).not.toContain(target.id);
        const rest = entries.filter(({ id }) => id !== target.id);
        expect(file.standing()).toEqual(PersonFile.of(['#1'], rest).standing());
        file.file({ ...target, data: { people: [{ ref: '#9', role: 'victim' }] } });
        expect(shown(file)).toEqual(shown(PersonFile.of(['#1'], rest)));
      }),
      { numRuns: 100 },
    );
  });

  it('is not touched by what happens to its fork', () => {
    fc.assert(
      fc.property(history, history, (before, more) => {
        const file = PersonFile.of(['#1'], before);
        const seen = shown(file);
        const fork = file.fork();
        for (const entry of more) fork.file({ ...entry, id: `later-${entry.id}` });
        for (const entry of before) fork.file(retraction(entry));
        expect(shown(file)).toEqual(seen);
      }),
      { numRuns: 100 },
    );
  });
});
