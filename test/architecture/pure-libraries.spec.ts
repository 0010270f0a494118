import { execFileSync } from 'node:child_process';
import { root } from './repository';

const PURE = ['kernel', 'records', 'safeguards', 'projections', 'people', 'ledger'];

/** What asks the clock, draws a number or reaches outside: refused in every file of a pure library that is no suite. */
const CLOCK_AND_CHANCE = [
  'export const now = Date.now();',
  'const { now } = Date; export const it = now();',
  'export const now = new Date();',
  'export const now = Date();',
  'export const now = performance.now();',
  'export const now = process.hrtime();',
  "import { performance } from 'node:perf_hooks'; export const now = performance.now();",
  "import { setTimeout as later } from 'node:timers/promises'; export const it = later(1);",
  'setTimeout(() => undefined, 1);',
  'export const it = globalThis.Date;',
  'export const it = Math.random();',
  'export const it = crypto.randomUUID();',
  "import { randomUUID } from 'node:crypto'; export const it = randomUUID();",
  "import { randomBytes } from 'node:crypto'; export const it = randomBytes(8);",
  "import crypto from 'node:crypto'; export const it = crypto.randomBytes(8);",
  "import * as crypto from 'node:crypto'; export const it = crypto.randomBytes(8);",
  "import { randomUUID } from 'crypto'; export const it = randomUUID();",
  "export const it = import('node:fs');",
  "export const it = fetch('http://localhost');",
  'export const it = process.env.HOME;',
];
const OUTSIDE = ['node:net', 'node:http', 'node:https', 'node:fs', 'node:fs/promises', 'node:child_process', 'fs', 'http'].map(
  (name) => `import * as it from '${name}'; export const planted = it;`,
);
const HARMLESS = [
  'export const day = (ms: number) => new Date(ms).toISOString();',
  "import { createHash } from 'node:crypto'; export const it = createHash('sha256');",
  'export const it = Math.max(1, 2);',
];

interface Planted {
  readonly file: string;
  readonly line: string;
}

/** Runs the product's lint over lines that are nowhere on disk, without the rules that need types: those ask for a file of the project. */
const PROGRAM = `
  import { ESLint } from 'eslint';
  import { text } from 'node:stream/consumers';
  const untyped = { files: ['**/*.ts'], languageOptions: { parserOptions: { projectService: false } } };
  const eslint = new ESLint({ overrideConfig: untyped, ruleFilter: ({ ruleId }) => !ruleId.startsWith('@typescript-eslint/') });
  const faults = [];
  for (const { file, line } of JSON.parse(await text(process.stdin))) {
    const [result] = await eslint.lintText(line, { filePath: file });
    faults.push(result.messages.map((message) => message.ruleId));
  }
  process.stdout.write(JSON.stringify(faults));
`;

const rulesAgainst = (planted: readonly Planted[]): readonly (readonly string[])[] => {
  const run = ['--input-type=module', '--eval', PROGRAM];
  return JSON.parse(execFileSync(process.execPath, run, { cwd: root, input: JSON.stringify(planted), encoding: 'utf8' })) as string[][];
};

describe('Lint', () => {
  const plant = (file: string, lines: readonly string[]): readonly Planted[] => lines.map((line) => ({ file, line }));
  const refused = [
    ...PURE.flatMap((library) => plant(`libs/${library}/planted.ts`, [...CLOCK_AND_CHANCE, ...OUTSIDE])),
    ...plant('libs/people/postgres/planted.ts', CLOCK_AND_CHANCE),
    ...plant('libs/projections/chronology/queries/planted.ts', CLOCK_AND_CHANCE),
    ...plant('libs/ledger/planted.spec.ts', ["it.only('alone', () => undefined);", "describe.skip('never', () => undefined);", 'xit();']),
    ...plant('apps/portal/planted.ts', ['export const it = process.env.HOME;', "console.log('seen');"]),
  ];
  const allowed = [
    ...PURE.flatMap((library) => plant(`libs/${library}/planted.ts`, HARMLESS)),
    ...plant('libs/people/planted.spec.ts', ['export const now = Date.now();', "import * as fs from 'node:fs'; export const it = fs;"]),
    ...plant('libs/people/planted.stories.ts', ['export const it = Math.random();']),
    ...plant('libs/projections/migrations/planted.ts', ["import * as fs from 'node:fs'; export const it = fs;"]),
    ...plant('libs/seal/planted.ts', ['export const it = crypto.randomUUID();']),
    ...plant('apps/portal/planted.ts', ['export const now = Date.now();']),
    ...plant('libs/platform/planted.ts', ['export const it = process.env.HOME;']),
  ];
  let faults: readonly (readonly string[])[] = [];

  beforeAll(() => {
    faults = rulesAgainst([...refused, ...allowed]);
  });

  it.each(refused.map(({ file, line }, index) => [file, line, index] as const))('refuses in %s: %s', (_file, _line, index) => {
    expect(faults[index]).not.toEqual([]);
  });

  it.each(allowed.map(({ file, line }, index) => [file, line, refused.length + index] as const))(
    'lets stand in %s: %s',
    (_file, _line, index) => {
      expect(faults[index]).toEqual([]);
    },
  );
});
