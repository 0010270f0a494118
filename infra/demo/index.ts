import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The demo's partnerships and clients: what a new log starts from where no other file is named. */
export const demoPartnershipsFile = join(__dirname, 'partnerships.yaml');

/** The practitioners who sign in to the demo by a click. */
export const demoPeopleFile = join(__dirname, 'people.yaml');

const familiesFolder = join(__dirname, 'families');

/** One family of the demo: its name says what its history shows, its lines are records in the order in which they were recorded. */
export interface DemoFamily {
  readonly name: string;
  /** Each line is one record (CloudEvent) in JSON, with `partnership` and `recordedtime`. */
  readonly lines: readonly string[];
}

/** The families by name. */
export const demoFamilies = async (): Promise<readonly DemoFamily[]> => {
  const files = (await readdir(familiesFolder)).filter((file) => file.endsWith('.ndjson')).sort();
  return Promise.all(
    files.map(async (file) => ({
      name: file.replace(/\.ndjson$/, ''),
      lines: (await readFile(join(familiesFolder, file), 'utf8')).split('\n').filter((line) => line !== ''),
    })),
  );
};

const recordedAt = (line: string): number => Date.parse((JSON.parse(line) as { recordedtime: string }).recordedtime);

/** The whole demo history, all families merged by `recordedtime`, ready to be imported; records of one family keep their order. */
export const demoHistory = async (): Promise<readonly string[]> => {
  const lines = (await demoFamilies()).flatMap((family) => family.lines);
  return lines
    .map((line) => ({ line, at: recordedAt(line) }))
    .sort((a, b) => a.at - b.at)
    .map(({ line }) => line);
};
