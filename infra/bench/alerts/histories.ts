import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { demoFamilies, demoPartnershipsFile } from '@throughline/infra/demo';
import { readPartnershipsText, type StatedPartnership } from '@throughline/projections';
import { generatePartnerships } from '../../demo/generator';

/** One record as it was published. */
export interface Line {
  readonly partnership: string;
  readonly source: string;
  readonly id: string;
  readonly type: string;
  readonly subject: string;
  readonly time: string;
  readonly recordedtime: string;
  readonly data: Readonly<Record<string, unknown>> & { readonly corrects?: { readonly source: string; readonly id: string } };
}

/** Histories that are judged together, with the family that each record is of. */
export interface History {
  readonly name: string;
  readonly lines: Iterable<{ readonly line: Line; readonly family: string }>;
}

const SEED = 1;
/** Fixed, so that two runs are of the same history. */
const ENDING_ON = '2026-10-31';

const projectRoot = (): string => {
  let folder = __dirname;
  while (!existsSync(join(folder, 'package.json'))) folder = dirname(folder);
  return folder;
};

/** Where stories lie, where they are there: the project's own, and those beside it. */
const storyFolders = (): readonly string[] =>
  [join(projectRoot(), 'test/stories/histories'), join(projectRoot(), '../shared/data/stories')].filter((folder) => existsSync(folder));

export const benchPartnerships = (): readonly StatedPartnership[] => {
  const read = readPartnershipsText(readFileSync(demoPartnershipsFile, 'utf8'));
  if ('faults' in read) throw new Error('the demo’s partnerships file has faults');
  return read.file.partnerships;
};

const parsed = (line: string): Line => JSON.parse(line) as Line;

function* generated(
  records: number,
  partnerships: readonly StatedPartnership[],
): Generator<{ readonly line: Line; readonly family: string }> {
  for (const { line: text } of generatePartnerships({ seed: SEED, records, endingOn: ENDING_ON, partnerships })) {
    const line = parsed(text);
    yield { line, family: `${line.partnership} ${line.id.split('-')[0] ?? ''}` };
  }
}

const told = (lines: readonly string[], family: string): History['lines'] =>
  lines
    .map((line) => ({ line: parsed(line), family }))
    .sort((one, other) => Date.parse(one.line.recordedtime) - Date.parse(other.line.recordedtime));

/** The generated partnerships, the demo's own families, and the stories; each history apart from the others. */
export async function* histories(records: number, partnerships: readonly StatedPartnership[]): AsyncGenerator<History> {
  if (records > 0) yield { name: 'generated', lines: generated(records, partnerships) };
  for (const { name, lines } of await demoFamilies()) yield { name: `demo: ${name}`, lines: told(lines, name) };
  for (const folder of storyFolders()) {
    for (const file of readdirSync(folder)
      .filter((each) => each.endsWith('.ndjson'))
      .sort()) {
      const name = file.replace(/\.ndjson$/, '');
      const lines = readFileSync(join(folder, file), 'utf8')
        .split('\n')
        .filter((line) => line.trim() !== '');
      yield { name: `story: ${name}`, lines: told(lines, name) };
    }
  }
}
