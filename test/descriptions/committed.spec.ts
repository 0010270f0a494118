import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const root = join(__dirname, '../..');
const MADE = 'infra/descriptions/made';
const DOCSTRINGS = 'apps/portal/describing/catalogue/docstrings.json';

const filesBelow = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8', withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name).slice(folder.length + 1))
    .sort();

describe('What is made from the definitions', () => {
  let anew: string;

  beforeAll(async () => {
    anew = mkdtempSync(join(tmpdir(), 'throughline-described-'));
    await promisify(execFile)(process.execPath, [join(root, 'infra/run/describe.mjs'), '--into', anew]);
  });
  afterAll(() => {
    rmSync(anew, { recursive: true, force: true });
  });

  it('is committed as npm run describe makes it', () => {
    const names = [DOCSTRINGS, ...filesBelow(join(anew, MADE)).map((name) => join(MADE, name))];
    expect(filesBelow(join(root, MADE)).map((name) => join(MADE, name))).toEqual(names.slice(1));
    const differing = names.filter((name) => readFileSync(join(root, name), 'utf8') !== readFileSync(join(anew, name), 'utf8'));
    expect({ 'run npm run describe': differing }).toEqual({ 'run npm run describe': [] });
  });

  it('as AsyncAPI is valid by its own parser', async () => {
    const parsing = promisify(execFile)(process.execPath, [join(__dirname, 'parse-asyncapi.cjs')]);
    parsing.child.stdin?.end(readFileSync(join(anew, MADE, 'asyncapi.json')));
    expect(JSON.parse((await parsing).stdout)).toEqual({
      channels: ['throughline.inbound.{agency}', 'throughline.rejected.{agency}', 'throughline.alerts.{agency}'],
      errors: [],
    });
  });

  describe('as TypeScript', () => {
    const HEAD = `import type { AnyRecord } from './throughline-records';\n`;

    interface Example {
      readonly type: string;
      readonly data: Readonly<Record<string, unknown>>;
    }

    /** The names of the files that the compiler finds fault with. */
    const faulty = async (files: Readonly<Record<string, string>>): Promise<readonly string[]> => {
      const compilerOptions = { strict: true, exactOptionalPropertyTypes: true, noEmit: true, target: 'es2022', types: [] };
      const project = { 'tsconfig.json': JSON.stringify({ compilerOptions, include: ['*.ts'] }) };
      for (const [name, text] of Object.entries({ ...files, ...project })) writeFileSync(join(anew, MADE, name), text);
      const tsc = [join(root, 'node_modules/typescript/bin/tsc'), '-p', join(anew, MADE, 'tsconfig.json'), '--pretty', 'false'];
      const { stdout } = await promisify(execFile)(process.execPath, tsc).catch((reason: unknown) => reason as { readonly stdout: string });
      return [...new Set([...stdout.matchAll(/([\w-]+\.ts)\(\d+,\d+\): error/g)].map(([, name]) => name ?? ''))].sort();
    };

    it('takes every example of the catalogue, and refuses what is none', async () => {
      const catalogue = join(anew, MADE, 'catalogue');
      const examples = readdirSync(catalogue)
        .map((name) => (JSON.parse(readFileSync(join(catalogue, name), 'utf8')) as { readonly examples: readonly [Example] }).examples[0])
        .filter(({ type }) => type !== 'throughline.marac.transfer-received.v1');
      const tenancy = examples.find(({ type }) => type === 'throughline.housing.tenancy-started.v1');
      const wrong = (change: object): string =>
        `${HEAD}export const wrong: AnyRecord = ${JSON.stringify({ ...tenancy, data: { ...tenancy?.data, ...change } })};`;
      const found = await faulty({
        'examples.ts': `${HEAD}export const examples: AnyRecord[] = ${JSON.stringify(examples)};`,
        'a-missing-field.ts': wrong({ tenancyId: undefined }),
        'outside-the-closed-set.ts': wrong({ reason: 'moved' }),
        'an-unknown-field.ts': wrong({ unheardOf: true }),
      });
      expect(examples.length).toBeGreaterThan(50);
      expect(found).toEqual(['a-missing-field.ts', 'an-unknown-field.ts', 'outside-the-closed-set.ts']);
    });
  });
});
