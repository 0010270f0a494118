import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { environmentOf, run } from './command-line';
import { correctionOf, type Event, incident, stranger } from './events';
import { RunningIntake } from './running-intake';

const past = (event: Event): Event => ({ ...event, partnership: 'northgate', recordedtime: '2024-03-04T12:00:00Z' });

describe('the command line', () => {
  let intake: RunningIntake;
  let folder: string;
  beforeAll(async () => {
    intake = await RunningIntake.start({ limits: { requestsPerSecond: 20 } });
    folder = await mkdtemp(join(tmpdir(), 'throughline-import-'));
  });
  afterAll(async () => {
    await intake.stop();
    await rm(folder, { recursive: true });
  });

  const throughline = (...parameters: string[]) => run(environmentOf(intake), ...parameters);
  let files = 0;
  const file = async (...lines: (object | string)[]): Promise<string> => {
    const path = join(folder, `history-${String((files += 1))}.ndjson`);
    await writeFile(path, lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n'));
    return path;
  };
  const ids = async (): Promise<readonly string[]> => (await intake.envelopes()).map(({ id }) => id);

  it('imports a history in batches, and the same again changes nothing', async () => {
    const records = Array.from({ length: 1_200 }, (_, at) => past(stranger(`Line ${String(at)} \u2028 of the story`)));
    const path = await file(...records);
    const first = await throughline('import', path, '--json');
    expect([first.code, first.err]).toEqual([0, '']);
    expect(JSON.parse(first.out)).toMatchObject({ accepted: 1_200, duplicates: 0, faults: [] });
    expect((await ids()).filter((id) => records.some((record) => record.id === id))).toEqual(records.map(({ id }) => id));
    expect(JSON.parse((await throughline('import', path, '--json')).out)).toMatchObject({ accepted: 0, duplicates: 1_200 });
  });

  it('corrections may stand in a later batch than what they correct', async () => {
    const first = past(incident());
    const between = Array.from({ length: 1_000 }, () => past(stranger('')));
    const path = await file(first, ...between, past(correctionOf(first, first.data)));
    await intake.settle();
    const { code, err } = await throughline('import', path);
    expect([code, err]).toEqual([0, '']);
  });

  it('lists every faulty line with its number and pointer, and stores nothing', async () => {
    const [good, twin] = [past(incident()), past(incident())];
    const undated = { ...incident(), partnership: 'northgate' };
    const path = await file(
      good,
      '',
      '{"id":',
      past(incident({ time: 'yesterday' })),
      twin,
      '7',
      { ...twin, time: '2024-05-05T10:00:00Z' },
      undated,
      [twin],
    );
    const { code, out, err } = await throughline('import', path);
    expect([code, out]).toEqual([1, '']);
    const places = err.split('\n').filter((line) => line.startsWith(path));
    expect(
      places.map((line) =>
        line
          .slice(path.length + 1)
          .split(' ')
          .slice(0, 2)
          .join(' '),
      ),
    ).toEqual(['3 is', '4 /time', '6 is', '7 /id', '8 /recordedtime', '9 is']);
    expect(await ids()).not.toContain(good.id);
  });

  it('stores the good lines where it is told to be lenient', async () => {
    const good = past(incident());
    const { code, out } = await throughline(
      'import',
      await file(past(incident({ time: 'yesterday' })), 'no JSON', good),
      '--lenient',
      '--json',
    );
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject({ accepted: 1, faults: [{ line: 2 }, { line: 1, pointer: '/time', status: 422 }] });
    expect(await ids()).toContain(good.id);
  });

  it('never lets a line through without the time at which it was recorded, not where it is lenient either', async () => {
    const [good, undated] = [past(incident()), { ...incident(), partnership: 'northgate' }];
    const { code, out } = await throughline('import', await file(undated, { ...undated, recordedtime: null }, good), '--lenient', '--json');
    expect(code).toBe(1);
    const pointer = '/recordedtime';
    expect(JSON.parse(out)).toMatchObject({
      accepted: 1,
      faults: [
        { line: 1, pointer },
        { line: 2, pointer },
      ],
    });
    expect(await ids()).not.toContain(undated.id);
  });

  it('says where history goes back in time, once of each file for a partnership, and imports it', async () => {
    const at = (recordedtime: string): Event => ({ ...past(incident()), recordedtime });
    const newest = await file(at('2024-05-01T12:00:00Z'), at('2024-05-02T12:00:00Z'));
    const older = await file(at('2024-05-03T12:00:00Z'), '', at('2024-05-02T11:00:00Z'), at('2024-05-02T10:00:00Z'));
    const oldest = await file(at('2024-04-30T12:00:00Z'));
    for (const lenient of [[], ['--lenient']]) {
      const { code, out, err } = await throughline('import', newest, older, oldest, '--json', ...lenient);
      const steps = [
        { file: older, line: 3, partnership: 'northgate', after: { file: older, line: 1 } },
        { file: oldest, line: 1, partnership: 'northgate', after: { file: older, line: 1 } },
      ];
      expect([code, JSON.parse(out)]).toMatchObject([0, { faults: [], stepsBack: steps }]);
      const notes = err.split('\n').filter((line) => line.includes('note: '));
      expect(notes.map((note) => note.replace(/,.*/, ''))).toEqual([
        `throughline: note: ${older}:3 was recorded before ${older}:1`,
        `throughline: note: ${oldest}:1 was recorded before ${older}:1`,
      ]);
    }
  });

  it('counts as people do', async () => {
    const [one, other] = [past(incident()), past(incident())];
    expect((await throughline('import', await file(one))).out).toMatch(/^1 record imported, 0 were there already \(/);
    expect((await throughline('import', await file(one, other))).out).toMatch(/^1 record imported, 1 was there already \(/);
    expect((await throughline('import', await file('7'))).err).toContain('throughline: 1 fault; nothing was stored\n');
    expect((await throughline('import', await file('7', '8'))).err).toContain('throughline: 2 faults; nothing was stored\n');
  });

  it('begins at a line, and says where to go on when it is interrupted', async () => {
    const records = Array.from({ length: 4_000 }, () => past(stranger('')));
    const path = await file(...records);
    const root = resolve(__dirname, '../..');
    const parameters = ['--disable-warning=ExperimentalWarning', '-r', './infra/run/typescript.cjs', 'apps/cli/main.ts', 'import', path];
    const before = (await ids()).length;
    const child = spawn(process.execPath, parameters, { cwd: root, env: { ...process.env, ...environmentOf(intake) }, stdio: 'pipe' });
    let said = '';
    child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
    while ((await ids()).length === before) await new Promise((pause) => setTimeout(pause, 20));
    child.kill('SIGINT');
    expect(await once(child, 'exit')).toEqual([1, null]);
    const line = Number(/--from-line (\d+)/.exec(said)?.[1]);
    expect((await ids()).length - before).toBe(line - 1);
    const rest = await throughline('import', path, '--from-line', String(line), '--json');
    expect(JSON.parse(rest.out)).toMatchObject({ accepted: 4_000 - line + 1, duplicates: 0 });
  });

  it('ends with 2 where it was misused, and with 1 where the hub says no or is not there', async () => {
    for (const parameters of [
      ['import'],
      ['import', join(folder, 'none')],
      ['import', 'a', '--from-line', '0'],
      ['dance'],
      [],
      ['clock', 'start'],
      ['rejected', 'redrive', '7'],
    ]) {
      expect([parameters, (await throughline(...parameters)).code]).toEqual([parameters, 2]);
    }
    expect((await run({ THROUGHLINE_URL: 'nowhere' }, 'lag')).code).toBe(2);
    expect(await run({ THROUGHLINE_URL: 'http://127.0.0.1:9' }, 'lag')).toMatchObject({
      code: 1,
      err: expect.stringContaining('the hub at http://127.0.0.1:9 does not answer') as string,
    });
    const wrong = await run({ ...environmentOf(intake), THROUGHLINE_CLIENT_SECRET: 'guess' }, 'lag');
    expect([wrong.code, wrong.err]).toEqual([1, expect.stringContaining('refused the client operator') as string]);
    const asAuditor = { ...environmentOf(intake), THROUGHLINE_CLIENT_ID: 'auditor', THROUGHLINE_CLIENT_SECRET: 'demo-auditor' };
    expect((await run(asAuditor, 'import', await file(past(incident())))).code).toBe(1);
  });

  it('explains itself, each command too', async () => {
    for (const command of [
      [],
      ['import'],
      ['clock'],
      ['clock', 'start'],
      ['lag'],
      ['rejected'],
      ['rejected', 'list'],
      ['export', 'case-summary'],
      ['rebuild'],
      ['settings', 'show'],
    ]) {
      const { code, out } = await throughline(...command, '--help');
      expect([command, code]).toEqual([command, 0]);
      expect(out).toContain('Usage: throughline');
    }
  });

  it('uses one token for many calls', async () => {
    const before = intake.identity.given;
    await throughline('import', await file(past(incident()), past(incident())));
    expect(intake.identity.given).toBe(before + 1);
  });
});
