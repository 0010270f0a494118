import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { generatePartnerships, type PartnershipMade } from './generator';

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

/** What the demo history is made of; the same for the same of all of these. */
export interface DemoMaking {
  readonly seed: number;
  /** How many records are generated beside the families that were written by hand. */
  readonly records: number;
  readonly endingOn: string;
  /** Milliseconds since 1970: nothing is recorded later. */
  readonly until: number;
  readonly partnerships: readonly PartnershipMade[];
}

interface Recorded {
  readonly recordedAt: number;
  readonly line: string;
}

const byRecording = (one: Recorded, other: Recorded): number => one.recordedAt - other.recordedAt;

const recorded = (line: string): Recorded => ({ line, recordedAt: recordedAt(line) });

/** The families that were written by hand, merged by `recordedtime`; records of one family keep their order. */
export const demoHistory = async (): Promise<readonly string[]> =>
  (await demoFamilies())
    .flatMap((family) => family.lines.map(recorded))
    .sort(byRecording)
    .map(({ line }) => line);

/** The families that were written by hand, as far as their agencies are there and their days have come. */
const writtenByHand = async ({ until, partnerships }: DemoMaking): Promise<readonly Recorded[]> => {
  const agencies = new Set(partnerships.flatMap((partnership) => partnership.agencies.map(({ code }) => `/agencies/${code}`)));
  return (await demoHistory())
    .filter((line) => agencies.has((JSON.parse(line) as { source: string }).source))
    .map(recorded)
    .filter((record) => record.recordedAt <= until);
};

function* merged(written: readonly Recorded[], generated: Iterable<Recorded>): Generator<string> {
  let next = 0;
  for (const { recordedAt: at, line } of generated) {
    for (let one = written[next]; one !== undefined && one.recordedAt <= at; one = written[next]) {
      yield one.line;
      next += 1;
    }
    yield line;
  }
  for (const { line } of written.slice(next)) yield line;
}

/** The whole demo history, ready to be imported: the families that were written by hand among generated ones, merged by `recordedtime`. */
export const wholeDemoHistory = async (making: DemoMaking): Promise<{ readonly total: number; readonly lines: Iterable<string> }> => {
  const written = await writtenByHand(making);
  return { total: written.length + making.records, lines: merged(written, generatePartnerships(making)) };
};
