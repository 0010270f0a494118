import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { demoPartnershipsFile } from '@throughline/infra/demo';
import { readPartnershipsText } from '@throughline/projections';
import { stringify } from 'yaml';
import { type RunningHub, startHub } from '../running-hub';
import { type Ended, run } from './command-line';

interface Partnership {
  readonly code: string;
  readonly number: number;
  readonly thresholds: Readonly<Record<string, number>>;
  readonly agencies: readonly { readonly code: string; readonly kind: string; readonly name: string }[];
}

const demo = readPartnershipsText(readFileSync(demoPartnershipsFile, 'utf8'));
const stated = 'file' in demo ? demo.file : { partnerships: [], clients: [] };
const ADVICE = { code: 'advice', kind: 'specialist-da', name: 'Northgate Advice' };

describe('Settings that are applied', () => {
  const folder = mkdtempSync(join(tmpdir(), 'throughline-settings-'));
  let hub: RunningHub;

  /** The demo's file, with another threshold for Northgate, and perhaps a new member. */
  const fileWith = (maracTicks: number, members: readonly Partnership['agencies'][number][] = []): string => {
    const path = join(folder, `ticks-${maracTicks}.yaml`);
    const partnerships = stated.partnerships.map((one) =>
      one.code === 'northgate' ? { ...one, thresholds: { maracTicks }, agencies: [...one.agencies, ...members] } : one,
    );
    writeFileSync(path, stringify({ ...stated, partnerships }));
    return path;
  };
  const throughline = (...parameters: string[]): Promise<Ended> => run({ THROUGHLINE_URL: hub.origin }, ...parameters);
  const northgate = async (): Promise<Partnership | undefined> => {
    const { items } = JSON.parse((await throughline('settings', 'show', '--json')).out) as { items: readonly Partnership[] };
    return items.find(({ code }) => code === 'northgate');
  };

  beforeAll(async () => {
    hub = await startHub({ dataDir: join(folder, 'data') });
  }, 150_000);

  afterAll(async () => {
    await hub.stop();
    rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
  });

  it('by two people at once in place of the same ones are those of the first; the second is told which are in force', async () => {
    const before = await northgate();
    expect(before?.number).toBe(1);
    const ticks = [11, 12];
    const ended = await Promise.all(ticks.map((maracTicks) => throughline('settings', 'apply', fileWith(maracTicks), '--replaces', '1')));
    expect(ended.map(({ code }) => code).sort()).toEqual([0, 1]);
    const won = ended.findIndex(({ code }) => code === 0);
    expect(ended[won]?.out).toContain('northgate: settings 2 are in force');
    expect(ended[1 - won]?.err).toContain('northgate has settings 2 in force');
    const after = await northgate();
    expect([after?.number, after?.thresholds['maracTicks']]).toEqual([2, ticks[won]]);
  }, 120_000);

  it('hold after the hub was killed and started again, and a new member’s system publishes', async () => {
    expect((await throughline('settings', 'apply', fileWith(9, [ADVICE]), '--replaces', '2')).code).toBe(0);
    const port = Number(new URL(hub.origin).port);
    await hub.kill();
    hub = await startHub({ dataDir: join(folder, 'data'), port });
    const after = await northgate();
    expect([after?.number, after?.thresholds['maracTicks']]).toEqual([3, 9]);
    expect(after?.agencies.at(-1)).toEqual(ADVICE);
    const answer = await fetch(`${hub.origin}/v1/records`, {
      method: 'POST',
      headers: { authorization: `Bearer ${await hub.token('advice')}`, 'content-type': 'application/cloudevents+json' },
      body: JSON.stringify({
        ...{ specversion: '1.0', id: '1', source: '/agencies/advice', type: 'throughline.abuse.disclosed.v1' },
        ...{ subject: 'advice:1', time: '2024-03-04T09:30:00Z', data: { people: [{ ref: 'advice:1', role: 'victim' }] } },
      }),
    });
    expect([answer.status, await answer.json()]).toEqual([202, expect.objectContaining({ accepted: 1 }) as object]);
  }, 240_000);

  it('from a wrong file are refused whole, each fault with its line and its reason', async () => {
    const path = fileWith(8);
    const lines = readFileSync(path, 'utf8').split('\n');
    const line = lines.findIndex((each) => each.includes('maracTicks'));
    writeFileSync(path, lines.map((each, place) => (place === line ? each.replace('maracTicks: 8', 'maracTicks: many') : each)).join('\n'));
    const { code, err } = await throughline('settings', 'apply', path, '--replaces', '3');
    expect([code, err]).toEqual([
      1,
      expect.stringMatching(new RegExp(`line ${line + 1}, column \\d+: threshold "maracTicks" must be a whole number above 0`)) as string,
    ]);
    expect((await northgate())?.number).toBe(3);
  }, 60_000);

  it('for a partnership that there is not, or with another one’s agency, are refused with the line of either', async () => {
    const path = join(folder, 'strangers.yaml');
    const member = (code: string): string => `      - { code: ${code}, kind: mash, name: A hub }`;
    const entry = (code: string, ...agencies: readonly string[]): string[] => [
      ...[`  - code: ${code}`, '    name: A partnership', '    agencies:'],
      ...agencies.map(member),
    ];
    writeFileSync(path, ['partnerships:', ...entry('westmoor', 'moor-mash'), ...entry('riverside', 'river-mash', 'police')].join('\n'));
    const { code, err } = await throughline('settings', 'apply', path, '--replaces', '1');
    expect([code, err.split('\n').slice(0, 2)]).toEqual([
      1,
      [
        `throughline: ${path}: line 2, column 11: westmoor is not a partnership of this hub`,
        `throughline: ${path}: line 10, column 17: the agency police belongs to northgate`,
      ],
    ]);
  }, 60_000);

  it('leave the clients of the file alone, and say so', async () => {
    const ignored = '"clients" is ignored';
    expect((await throughline('settings', 'apply', fileWith(9, [ADVICE]), '--replaces', '3')).err).toContain(ignored);
    const path = join(folder, 'no-clients.yaml');
    writeFileSync(path, stringify({ partnerships: stated.partnerships.filter(({ code }) => code === 'riverside') }));
    const { code, out, err } = await throughline('settings', 'apply', path, '--replaces', '1');
    expect([code, out, err]).toEqual([0, 'nothing differs from what is in force\n', '']);
  }, 60_000);
});
