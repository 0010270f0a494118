import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import { javaIsThere } from '@throughline/infra/kafka';
import { runBench, tableOf } from './index';

const root = join(__dirname, '../..');

/** A bench that is too short to say anything about speed: here it is to be seen that it measures, and what it says. */
const TINY = {
  publish: { rounds: 1, batches: 1, batch: 50, singles: 50 },
  project: { rounds: 1, records: 300 },
};

describe('a bench', () => {
  beforeAll(() => promisify(execFile)(process.execPath, [join(root, 'infra/run/build.mjs')], { cwd: root }));

  it('measures the hub beside its floors', async () => {
    const bench = await runBench([javaIsThere() ? 'publish' : 'project'], TINY, () => undefined);
    expect(bench.machine).toContain('Node');
    expect(bench.measures).toHaveLength(javaIsThere() ? 2 : 3);
    for (const measured of bench.measures) {
      expect(Object.keys(measured)).toEqual(['name', 'hub', 'floor', 'ratio', 'aim', 'unit']);
      expect(measured.hub).toBeGreaterThan(0);
      expect(measured.floor).toBeGreaterThan(0);
      expect(measured.ratio).toBeCloseTo(measured.hub / measured.floor, 1);
    }
    expect(tableOf(bench).split('\n')).toHaveLength(bench.measures.length + 2);
  }, 120_000);

  it('leaves no server behind when it is killed', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'throughline-bench-'));
    const start = `require('./infra/bench/processes.ts').startHubProcess({ DATA_DIR: ${JSON.stringify(folder)} })`;
    const script = `${start}.then(({ origin }) => console.log(origin))`;
    const bench = spawn(process.execPath, ['-r', './infra/run/typescript.cjs', '-e', script], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    try {
      const [said] = (await once(bench.stdout, 'data')) as [Buffer];
      const health = `${said.toString().trim()}/health/live`;
      const answers = async (): Promise<boolean> => (await fetch(health).catch(() => undefined)) !== undefined;
      const database = join(folder, 'postgres', 'cluster', 'postmaster.pid');
      expect([await answers(), existsSync(database)]).toEqual([true, true]);
      bench.kill('SIGKILL');
      const until = performance.now() + 60_000;
      while (((await answers()) || existsSync(database)) && performance.now() < until) await pause(100);
      expect([await answers(), existsSync(database)]).toEqual([false, false]);
    } finally {
      bench.kill('SIGKILL');
      rmSync(folder, { recursive: true, force: true, maxRetries: 50, retryDelay: 200 });
    }
  }, 150_000);

  it('says whether the aim was met', () => {
    const measures = [{ name: 'publish', hub: 60, floor: 100, ratio: 0.6, aim: 0.5, unit: 'records/s' }];
    expect(tableOf({ machine: 'a machine', measures })).toContain('0.60   ≥ 0.5  met');
  });
});
