import type { RefToken } from '@throughline/kernel';
import { detailsRecorded, policeIncidentRecorded, type Relationship, type Role, safeAccommodationPlaced } from '@throughline/records';
import fc from 'fast-check';
import type { CaseFile } from '../case-file/case-file';
import type { Entry } from '../case-file/entry';
import { PersonFile } from '../case-file/person-file';
import { caseFileOf, entryOf } from '../case-file/testing/history';
import { homeKey } from './home';
import { household } from './household';

const REFS = ['#1', '#2', '#3', '#4'] as const;
const ref = fc.constantFrom(...REFS);
const day = fc.integer({ min: 1, max: 28 }).map((number) => `2024-01-${String(number).padStart(2, '0')}`);

/** One thing that happens to the people of a history. */
const happening = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('recorded' as const),
      type: fc.constantFrom(detailsRecorded, policeIncidentRecorded, safeAccommodationPlaced),
      on: day,
      people: fc.uniqueArray(fc.tuple(ref, fc.constantFrom<Role>('victim', 'victim', 'child', 'other', 'person-posing-risk')), {
        minLength: 1,
        maxLength: 3,
        selector: ([one]) => one,
      }),
      lives: fc.option(
        fc.record(
          {
            lines: fc.constantFrom('1 Mill Lane', '2 New Road', '3 High Street').map((line) => [line]),
            postcode: fc.constant('S1 2AB'),
            to: day,
            shared: fc.integer({ min: 0, max: 9 }).map((chance) => chance === 0),
          },
          { requiredKeys: ['lines', 'postcode'] },
        ),
        { nil: undefined },
      ),
      tie: fc.option(
        fc.record(
          {
            from: ref,
            to: ref,
            kind: fc.constantFrom<Relationship['kind']>('parent-of', 'sibling-of', 'lives-with', 'ex-partner-of'),
            since: day,
            until: day,
          },
          { requiredKeys: ['from', 'to', 'kind'] },
        ),
        { nil: undefined },
      ),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('joined' as const), one: ref, other: ref }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('retracted' as const), which: fc.nat(20) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('asked' as const), days: fc.nat(3) }) },
);

/** People as the engine holds them: filed record by record, joined, asked about in between. */
class People {
  readonly entries: Entry[] = [];
  private readonly files = new Map(REFS.map((each) => [each as RefToken, PersonFile.empty([each as RefToken])] as const));
  private readonly living = new Map<string, readonly RefToken[]>();
  private today = 20;
  private readonly lasting = {};

  take(happened: typeof happening extends fc.Arbitrary<infer Happened> ? Happened : never): void {
    switch (happened.kind) {
      case 'recorded': {
        const { type, on, people, lives, tie } = happened;
        const [first] = people[0] ?? ['#1'];
        const entry = entryOf(
          {
            ...{ type, on, people: Object.fromEntries(people) },
            ...(lives === undefined ? {} : { details: { [first]: { address: lives } } }),
            ...(tie === undefined || tie.from === tie.to ? {} : { relationships: [tie] }),
          },
          this.entries.length,
        );
        this.entries.push(entry);
        this.file(entry);
        const home = lives === undefined ? undefined : homeKey(lives);
        if (home !== undefined) this.live(home, first);
        return;
      }
      case 'joined': {
        const one = this.fileOf(happened.one);
        const other = this.fileOf(happened.other);
        if (one === other) return;
        const joined = PersonFile.of([...one.refs, ...other.refs].sort(), new Set([...one.all(), ...other.all()]));
        for (const former of [one, other]) former.giveWay();
        for (const each of joined.refs) this.files.set(each, joined);
        return;
      }
      case 'retracted': {
        const entry = this.entries[happened.which];
        if (entry === undefined) return;
        const after: Entry = {
          ...entry,
          amendment: { kind: 'retracted', by: { source: '/x', id: 'x' }, at: 0, index: this.entries.length },
        };
        this.entries[happened.which] = after;
        this.file(after);
        return;
      }
      case 'asked':
        this.today = Math.min(31, this.today + happened.days);
    }
  }

  /** Everybody's household, as it is kept up or worked out anew. */
  households(isAnew: boolean): readonly (readonly RefToken[])[] {
    const own: CaseFile = {
      ...caseFileOf([], '#1', `2024-01-${String(this.today).padStart(2, '0')}`),
      lasting: isAnew ? {} : this.lasting,
      fileOf: (each) => this.fileOf(each),
      livingAt: (home) => this.living.get(home) ?? nobody,
    };
    return [...new Set(this.files.values())].map((person) => household(own, person).map((member) => member.person));
  }

  private fileOf(each: RefToken): PersonFile {
    return this.files.get(each) ?? PersonFile.empty([each]);
  }

  private file(entry: Entry): void {
    for (const person of new Set(entry.data.people.map((named) => this.fileOf(named.ref as RefToken)))) person.file(entry);
  }

  private live(home: string, who: RefToken): void {
    const known = this.living.get(home) ?? nobody;
    if (!known.includes(who)) this.living.set(home, [...known, who]);
  }
}

const nobody: readonly RefToken[] = [];

describe('a household that is kept', () => {
  it('is the one that would be worked out anew, whatever has happened meanwhile', () => {
    fc.assert(
      fc.property(fc.array(happening, { minLength: 1, maxLength: 60 }), (history) => {
        const people = new People();
        for (const happened of history) {
          people.take(happened);
          expect(people.households(false)).toEqual(people.households(true));
        }
      }),
      { numRuns: 400 },
    );
  });
});
