import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { run } from '../publishing/command-line';
import { type RunningHub, startHub } from '../running-hub';

const PATIENCE = 120_000;
const sent = (name: string): string => join(__dirname, 'sent', `${name}.ts`);

interface State {
  readonly state: string;
  readonly detail: string | null;
  readonly place: { readonly line: number } | null;
}

interface Report {
  readonly safeguard: string;
  readonly replaces: boolean;
  readonly totals: Readonly<Record<string, number>>;
  readonly load: readonly {
    readonly agency: string;
    readonly before: { readonly act: number };
    readonly after: { readonly act: number };
  }[];
  readonly alerts: readonly Readonly<Record<string, unknown>>[];
}

describe('What if', () => {
  let hub: RunningHub;

  const ask = async (method: string, body?: object, client = 'operator') => {
    const answer = await fetch(`${hub.origin}/v1/operate/what-if`, {
      method,
      headers: { authorization: `Bearer ${await hub.token(client)}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return { status: answer.status, body: (await answer.json()) as State & { readonly errors?: readonly { readonly detail: string }[] } };
  };
  const settled = async (): Promise<State> => {
    const until = Date.now() + PATIENCE;
    for (;;) {
      const { body } = await ask('GET');
      if (body.state !== 'running' || Date.now() > until) return body;
      await pause(50);
    }
  };
  const whatIf = (...parameters: string[]) =>
    run({ THROUGHLINE_URL: hub.origin, THROUGHLINE_ISSUER: `${hub.origin}/idp` }, 'what-if', ...parameters);
  const reported = async (...parameters: string[]): Promise<Report> => {
    const { code, out, err } = await whatIf(...parameters, '--json');
    if (code !== 0) throw new Error(err);
    return JSON.parse(out) as Report;
  };
  const allAlerts = async (): Promise<readonly unknown[]> => {
    const answer = await fetch(`${hub.origin}/v1/alerts?limit=200`, { headers: { authorization: `Bearer ${await hub.token('auditor')}` } });
    return ((await answer.json()) as { items: unknown[] }).items;
  };
  const imported = async (): Promise<void> => {
    const until = Date.now() + PATIENCE;
    const isBehind = async (): Promise<boolean> => {
      const answer = await fetch(`${hub.origin}/v1/operate/lag`, { headers: { authorization: `Bearer ${await hub.token('operator')}` } });
      return ((await answer.json()) as { items: readonly { lag: number }[] }).items.some(({ lag }) => lag > 0);
    };
    while ((!hub.said().includes('have acknowledged what is weeks old') || (await isBehind())) && Date.now() < until) await pause(200);
  };

  beforeAll(async () => {
    hub = await startHub({ env: { DEMO: 'on' } });
    await imported();
  });
  afterAll(async () => {
    await hub.stop();
  });

  it('shows that a working day of patience makes an alert later, and leaves everything as it was', async () => {
    const before = await allAlerts();
    const { safeguard, replaces, totals, alerts } = await reported('--safeguard', sent('sanctuary-a-day-later'));
    expect({ safeguard, replaces }).toEqual({ safeguard: 'sanctuary-referral', replaces: true });
    expect(totals['later']).toBeGreaterThan(0);
    expect(totals).toMatchObject({ added: 0, earlier: 0 });
    expect(totals['unchanged']).toBeGreaterThan(10);
    expect(await allAlerts()).toEqual(before);
    for (const alert of alerts) {
      expect(Object.keys(alert)).toEqual(['change', 'partnership', 'safeguard', 'agency', 'class', 'person', 'raisedAt', 'raisedBefore']);
      expect(alert['person']).toMatch(/^p-[0-9a-z]+$/);
    }
  });

  it('shows what a new safeguard would add, and to whose work', async () => {
    const { replaces, totals, load } = await reported('--safeguard', sent('every-contact'));
    expect(replaces).toBe(false);
    expect(totals['added']).toBeGreaterThan(0);
    expect(totals).toMatchObject({ gone: 0, earlier: 0, later: 0 });
    expect(load.every(({ before, after }) => after.act > before.act)).toBe(true);
  });

  it('counts only the days that were asked for', async () => {
    const { out } = await whatIf('--safeguard', sent('every-contact'), '--to', '2010-01-01');
    expect(out).toMatch(/^every-contact beside those in force, over \d+ records\nadded {2}gone {2}earlier {2}later {2}unchanged\n0 /);
  });

  it('refuses what does not compile, what is no safeguard, and what wants more than a safeguard may know, each with the place', async () => {
    const bad = await ask('POST', { safeguard: 'export const a = 1;\nexport const b = ;\n' });
    expect(bad.status).toBe(422);
    expect(bad.body.errors?.[0]?.detail).toMatch(/does not compile: Expression expected \(line 2, column 1\)/);
    expect((await ask('POST', { safeguard: 'export default { id: "x" };' })).status).toBe(202);
    expect(await settled()).toMatchObject({ state: 'failed', detail: expect.stringContaining('look at version, class') as unknown });
    expect((await ask('POST', { safeguard: readFileSync(sent('reaching-out'), 'utf8') })).status).toBe(202);
    expect(await settled()).toMatchObject({
      state: 'failed',
      place: { line: 1 },
      detail: expect.stringMatching(/it imports "node:fs"; a safeguard knows only/) as unknown,
    });
  });

  it('lets no safeguard reach the process, the network, or our own realm: each attempt throws', async () => {
    const attempts = [
      'globalThis.process.env',
      'fetch("http://localhost")',
      'new Function("return 1")()',
      'defineSafeguard.constructor("return process")()',
      'trigger.constructor.constructor("return process")()',
    ];
    const fails = attempts.map((attempt) => `(() => { try { return ${attempt}, false; } catch { return true; } })()`).join(' && ');
    const text = readFileSync(sent('every-contact'), 'utf8').replace(
      'judge: (trigger) =>',
      `judge: (trigger) => { if (${fails}) throw new Error('none'); return []; }, other: (trigger: { readonly agency: string; readonly time: number }) =>`,
    );
    expect((await ask('POST', { safeguard: text })).status).toBe(202);
    expect(await settled()).toMatchObject({
      state: 'failed',
      detail: expect.stringContaining('it threw while it judged (line') as unknown,
    });
  });

  it('ends what never ends when it is told to', async () => {
    const text = readFileSync(sent('every-contact'), 'utf8').replace(
      'judge: (trigger) =>',
      'judge: (trigger) => { for (;;); },\n other: (trigger) =>',
    );
    expect((await ask('POST', { safeguard: text })).status).toBe(202);
    expect((await ask('POST', { safeguard: text })).status).toBe(409);
    expect((await ask('DELETE')).body.state).toBe('none');
    expect((await ask('GET')).body.state).toBe('none');
  });

  it.each([
    ['trigger.time > Date.now()', 'it asks the clock'],
    ['new Date().getFullYear() > 2000', 'it asks the clock'],
    ['new Date(0).constructor.now() > 0', 'it asks the clock'],
    ['Math.random() > 2', 'it draws lots'],
  ])('refuses one that judges by more than it is given, and says where: %s', async (condition, detail) => {
    const text = readFileSync(sent('every-contact'), 'utf8').replace('judge: (trigger) => [', `judge: (trigger) => ${condition} ? [] : [`);
    expect((await ask('POST', { safeguard: text })).status).toBe(202);
    const line = text.split('\n').findIndex((each) => each.includes('judge:')) + 1;
    expect(await settled()).toMatchObject({ state: 'failed', place: { line }, detail: expect.stringContaining(detail) as unknown });
  });

  it('may count days from an instant that it is given', async () => {
    const text = readFileSync(sent('every-contact'), 'utf8').replace(
      'judge: (trigger) => [',
      'judge: (trigger) => new Date(trigger.time).getUTCFullYear() < 1900 || !(new Date(0) instanceof Date) ? [] : [',
    );
    expect((await ask('POST', { safeguard: text })).status).toBe(202);
    expect(await settled()).toMatchObject({ state: 'done' });
  });

  it('is for operators alone', async () => {
    expect((await ask('POST', { safeguard: 'export default {};' }, 'housing')).status).toBe(403);
  });

  it('is beside an explanation of any alert that was raised', async () => {
    const [alert] = (await allAlerts()) as readonly { readonly id: string; readonly reason: string; readonly safeguard: string }[];
    const environment = { THROUGHLINE_URL: hub.origin, THROUGHLINE_ISSUER: `${hub.origin}/idp` };
    const { code, out } = await run(environment, 'explain', alert?.id ?? '');
    expect(code).toBe(0);
    expect(out).toContain(alert?.reason);
    expect(out).toContain(`/safeguards/${alert?.safeguard ?? ''}`);
    expect(out).toMatch(/Shown by +\S+ from \/agencies\//);
    expect(await run(environment, 'explain', 'none')).toMatchObject({ code: 1, err: expect.stringContaining('404') as unknown });
    const page = await fetch(`${hub.origin}/safeguards/${alert?.safeguard ?? ''}`);
    expect(page.status).toBe(200);
    expect(await page.text()).toContain('When it stays silent');
    expect((await fetch(`${hub.origin}/safeguards`)).status).toBe(200);
    expect((await fetch(`${hub.origin}/safeguards/none`)).status).toBe(404);
  });
});

describe('A what-if that never ends', () => {
  it('ends with its hub, though that is killed', async () => {
    const hub = await startHub();
    const children = (): readonly number[] =>
      execFileSync('ps', ['-e', '-o', 'pid=,args='], { encoding: 'utf8' })
        .split('\n')
        .filter((line) => line.includes(join(__dirname, '../../dist/apps/projector/rehearsal/main.js')))
        .map((line) => Number.parseInt(line, 10));
    const before = children();
    const answer = await fetch(`${hub.origin}/v1/operate/what-if`, {
      method: 'POST',
      headers: { authorization: `Bearer ${await hub.token('operator')}`, 'content-type': 'application/json' },
      body: JSON.stringify({ safeguard: 'for (;;);' }),
    });
    expect(answer.status).toBe(202);
    const begun = async (): Promise<readonly number[]> => {
      for (const end = Date.now() + PATIENCE; Date.now() < end; await pause(50)) {
        const found = children().filter((pid) => !before.includes(pid));
        if (found.length > 0) return found;
      }
      throw new Error('it never began');
    };
    const [child] = await begun();
    await pause(1_000);
    await hub.kill();
    for (const end = Date.now() + 10_000; Date.now() < end && children().some((pid) => pid === child);) await pause(50);
    const left = children().filter((pid) => pid === child);
    for (const pid of left) process.kill(pid, 'SIGKILL');
    await hub.stop();
    expect(left).toEqual([]);
  }, 180_000);
});
