import { parseInstant } from '@throughline/kernel';
import { replacementFaults, validateRecord } from '@throughline/records';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { listOf } from './persons';
import { type AlertRow, readStory, type Story } from './story';

const folders = [join(__dirname, 'histories'), join(__dirname, '../../../shared/data/stories')];

const namesIn = (folder: string): readonly string[] =>
  readdirSync(folder)
    .filter((file) => file.endsWith('.expect.json'))
    .map((file) => file.replace(/\.expect\.json$/, ''));

const stories: readonly Story[] = folders.flatMap((folder) => namesIn(folder).map((name) => readStory(folder, name)));

const alertRows = ({ expected }: Story): readonly AlertRow[] => [
  ...(expected.raises ?? []),
  ...(expected.mustNotRaise ?? []),
  ...(expected.closes ?? []),
  ...(expected.staysOpen ?? []),
];

const refsOf = (story: Story): ReadonlySet<string> => new Set(story.records.flatMap(({ data }) => data.people.map(({ ref }) => ref)));

describe.each(stories.map((story) => [story.name, story] as const))('the history %s', (_name, story) => {
  it('is valid by the catalogue, line by line', () => {
    const faults = story.lines.flatMap((line, index) => {
      const verdict = validateRecord(JSON.parse(line), {
        mayPublishAs: () => true,
        mayImport: true,
        now: Date.parse('2026-11-20T00:00:00Z'),
      });
      return 'faults' in verdict ? verdict.faults.map(({ pointer, detail }) => `${String(index + 1)} ${pointer} ${detail}`) : [];
    });
    expect(faults).toEqual([]);
  });

  it('corrects with data that fit', () => {
    for (const { source, data } of story.records.filter(({ type }) => type === 'throughline.record.corrected.v1')) {
      const corrected = story.records.find(({ id }) => id === data.corrects?.id);
      const { replacement } = data as { readonly replacement?: unknown };
      const faults = replacementFaults(replacement, {
        type: corrected?.type ?? '',
        agency: source.split('/')[2] ?? '',
        subject: corrected?.subject ?? '',
      });
      expect(faults).toEqual([]);
    }
  });

  it('stands in the order in which it was recorded', () => {
    const recorded = story.records.map(({ recordedtime }) => parseInstant(recordedtime) ?? NaN);
    expect(recorded).toEqual([...recorded].sort((a, b) => a - b));
  });

  it('expects only what its own records and people can show', () => {
    const ids = new Set(story.records.map(({ id }) => id));
    const refs = refsOf(story);
    const { closes = [], chronology = [], summary = [] } = story.expected;
    const named = [
      ...alertRows(story).flatMap(({ evidence = [] }) => evidence),
      ...closes.map(({ by }) => by),
      ...chronology.flatMap(({ expectIds, corrected, retracted }) => [...expectIds, ...corrected, ...retracted]),
    ];
    expect(named.filter((id) => !ids.has(id))).toEqual([]);
    const people = [
      ...alertRows(story).flatMap(({ person = [] }) => listOf(person)),
      ...chronology.map(({ person }) => person),
      ...summary.map(({ person }) => person),
    ];
    expect(people.filter((ref) => !refs.has(ref))).toEqual([]);
  });
});

describe('the histories together', () => {
  it('share no person and no record, so that one hub can hold them all', () => {
    const owners = new Map<string, string>();
    for (const story of stories) {
      const nhsNumbers = [...story.lines.join('\n').matchAll(/"nhsNumber":"(\d+)"/g)].map(([, number]) => number ?? '');
      for (const key of new Set([...refsOf(story), ...nhsNumbers, ...story.records.map(({ source, id }) => `${source} ${id}`)])) {
        expect([key, owners.get(key) ?? story.name]).toEqual([key, story.name]);
        owners.set(key, story.name);
      }
    }
  });

  it.each([
    'sanctuary-referral',
    'property-security',
    'case-closure',
    'closure-views-wanted',
    'closure-not-consulted',
    'closure-before-marac',
    'marac-referral-due',
    'risk-raised',
  ])('show %s raised, and not raised', (safeguard) => {
    expect(stories.some(({ expected }) => expected.raises?.some((row) => row.safeguard === safeguard))).toBe(true);
    expect(stories.some(({ expected }) => expected.mustNotRaise?.some((row) => row.safeguard === safeguard))).toBe(true);
  });
});
