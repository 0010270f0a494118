import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { catalogue, readEnvelope } from '@throughline/records';
import { ENGINE } from '@throughline/safeguards';
import { type Golden, keepGolden, readGolden } from './golden-log';
import { digestsToday, makeGolden } from './making';

const releases = join(__dirname, 'releases');
const kept = existsSync(releases) ? readdirSync(releases).sort() : [];

describe('The golden log of every release', () => {
  it('is here once the changelog says when it was released', () => {
    const changelog = readFileSync(join(__dirname, '../../CHANGELOG.md'), 'utf8');
    const released = [...changelog.matchAll(/^## (\d+\.\d+\.\d+) \S/gm)].map(([, version]) => version);
    expect(released.filter((version) => !kept.includes(String(version)))).toEqual([]);
  });

  for (const release of kept) {
    const folder = join(releases, release);

    it(`${release}: the tables of today are what that release’s were`, async () => {
      const { told } = await readGolden(folder);
      expect(await digestsToday(folder, 'outcomes from the log')).toEqual(told.tables);
    });

    it(`${release}: the engine that judged it, where it is still the engine, judges the same again`, async () => {
      const { told } = await readGolden(folder);
      if (told.engine === ENGINE) expect(await digestsToday(folder, 'outcomes derived')).toEqual(told.tables);
      else expect(Number(ENGINE)).toBeGreaterThan(Number(told.engine));
    });
  }
});

describe('A golden log made today', () => {
  let folder: string;
  let golden: Golden;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'throughline-golden-'));
    golden = await makeGolden();
    await keepGolden(folder, golden);
  });
  afterAll(() => rm(folder, { recursive: true }));

  it('holds every type and version of the catalogue, and what the engine said', () => {
    const types = new Set(golden.entries.map(({ value }) => readEnvelope(value).type));
    expect(catalogue.map(({ type }) => type).filter((type) => !types.has(type))).toEqual([]);
    expect([...types]).toEqual(expect.arrayContaining(['throughline.hub.outcomes-derived.v1', 'throughline.hub.engine-changed.v1']));
  });

  it('keeps no key in the clear but the one that is for it alone', () => {
    const { master, tables } = golden.keys;
    expect(Object.keys(JSON.parse(master) as object).sort()).toEqual(['epoch', 'format', 'keys']);
    expect(tables['reference_keys']?.length).toBeGreaterThan(20);
    expect(JSON.stringify(tables)).not.toMatch(/police:|N-1042/);
  });

  it('makes the same tables when it is read back, judged again or not', async () => {
    expect(await digestsToday(folder, 'outcomes derived')).toEqual(golden.told.tables);
    expect(await digestsToday(folder, 'outcomes from the log')).toEqual(golden.told.tables);
  });

  it('makes them by an engine that would judge otherwise: here one without a safeguard', async () => {
    expect(await digestsToday(folder, 'outcomes from the log', [])).toEqual(golden.told.tables);
  });
});
