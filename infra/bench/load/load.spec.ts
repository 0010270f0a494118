import { execFile, spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { javaIsThere } from '@throughline/infra/kafka';
import { courseOf } from './memory';
import { benchLoad, loadTable } from './index';

const root = join(__dirname, '../../..');

const readOr = (path: string): string => {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
};

/** The processes that were started with this text in their environment or their parameters; none where the system does not tell. */
const processesWith = (text: string): readonly string[] =>
  readdirSync('/proc').filter(
    (pid) => /^\d+$/.test(pid) && ['environ', 'cmdline'].some((file) => readOr(`/proc/${pid}/${file}`).includes(text)),
  );

const onServers = (): void => {
  beforeAll(() => promisify(execFile)(process.execPath, [join(root, 'infra/run/build.mjs')], { cwd: root }), 300_000);

  it('says of three loads what was acknowledged and what memory did, and of more than the hub takes that nothing was lost', async () => {
    const said: string[] = [];
    const say = (line: string): void => {
      said.push(line);
    };
    const report = await benchLoad({ minutes: 0.01, say, interrupted: new AbortController().signal });
    expect(report.loads).toHaveLength(3);
    for (const load of report.loads) {
      expect(load.records).toBeGreaterThan(0);
      expect(load.floor).toBeGreaterThan(0);
      expect(load.interrupted).toBe(false);
    }
    expect(report.pressure).toMatchObject({ withoutRetryAfter: 0, missing: 0, copies: 0 });
    expect(report.pressure?.tooMany).toBeGreaterThan(0);
    expect(report.pressure?.unavailable).toBeGreaterThan(0);
    expect(report.pressure?.acknowledged).toBeGreaterThan(0);
    expect(loadTable(report)).toContain('back-pressure:');
    expect(said.join('\n')).toContain('Kafka inbound');
  }, 600_000);

  it('interrupted, it says what it measured so far and leaves no process behind', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'throughline-load-'));
    const parameters = [join(root, 'dist/apps/cli/main.js'), 'bench', 'load', '--minutes', '10'];
    const child = spawn(process.execPath, parameters, { env: { ...process.env, TMPDIR: folder }, stdio: ['ignore', 'pipe', 'pipe'] });
    const out: string[] = [];
    child.stdout.on('data', (chunk: Buffer) => out.push(chunk.toString()));
    const began = new Promise<void>((resolve) => {
      child.stderr.on('data', (chunk: Buffer) => {
        if (/records\/s/.test(chunk.toString())) resolve();
      });
    });
    const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
    await Promise.race([began, ended]);
    child.kill('SIGINT');
    expect(await ended).toBe(1);
    expect(out.join('')).toContain('(interrupted)');
    expect(processesWith(folder)).toEqual([]);
    rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
  }, 300_000);
};

describe('load', () => {
  if (javaIsThere()) onServers();
  else it('was NOT TRIED: this machine has no Java 17', () => expect(process.env['CI']).not.toBe('true'));

  it('compares the last fifth of memory with the second, the first being warm-up', () => {
    const samples = [100, 900, 200, 220, 300, 300, 300, 300, 210, 230].map((resident, index) => ({ at: index * 10, resident }));
    expect(courseOf(samples, 100)).toEqual({ second: 210, last: 220, ratio: 220 / 210 });
    expect(courseOf(samples.slice(0, 2), 100)).toBeUndefined();
  });
});
