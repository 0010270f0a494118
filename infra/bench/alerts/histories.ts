import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { demoFamilies } from '@throughline/infra/demo';
import type { StatedPartnership } from '@throughline/projections';
import type { Line } from '../published';
import { generatedLines } from '../records';

/** Histories that are judged together, with the family that each record is of. */
export interface History {
  readonly name: string;
  readonly lines: Iterable<{ readonly line: Line; readonly family: string }>;
}

const projectRoot = (): string => {
  let folder = __dirname;
  while (!existsSync(join(folder, 'package.json'))) folder = dirname(folder);
  return folder;
};

/** Where stories lie, where they are there: the project's own, and those beside it. */
const storyFolders = (): readonly string[] =>
  [join(projectRoot(), 'test/stories/histories'), join(projectRoot(), '../shared/data/stories')].filter((folder) => existsSync(folder));

const parsed = (line: string): Line => JSON.parse(line) as Line;

export function* generated(
  records: number,
  partnerships: readonly StatedPartnership[],
  practice?: 'steady' | 'weak',
): Generator<{ readonly line: Line; readonly family: string }> {
  for (const line of generatedLines(records, partnerships, practice))
    yield { line, family: `${line.partnership} ${line.id.split('-')[0] ?? ''}` };
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
