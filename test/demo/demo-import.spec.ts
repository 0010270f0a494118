import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { demoHistory } from '@throughline/infra/demo';
import { type RunningHub, startHub } from '../running-hub';

const GENERATED = 1_900;
const env = { DEMO: 'on', DEMO_RECORDS: String(GENERATED) };

const heard = async (hub: RunningHub, words: RegExp): Promise<RegExpExecArray> => {
  for (let waited = 0; waited < 120_000; waited += 50) {
    const found = words.exec(hub.said());
    if (found !== null) return found;
    await pause(50);
  }
  throw new Error(`the hub never said ${String(words)}`);
};

/** Whether the hub comes to hold an alert of this safeguard about a person, found by their name, that is not closed. */
const isWatched = async (hub: RunningHub, name: string, safeguard: string): Promise<boolean> => {
  const headers = { authorization: `Bearer ${await hub.token('operator')}` };
  const ask = async (path: string): Promise<{ id: string; status?: string }[]> => {
    const answer = await fetch(`${hub.origin}${path}&partnership=northgate`, { headers });
    return ((await answer.json()) as { items?: { id: string; status?: string }[] }).items ?? [];
  };
  for (let waited = 0; waited < 60_000; waited += 250) {
    const [person] = await ask(`/v1/people?name=${encodeURIComponent(name)}`);
    const alerts = person === undefined ? [] : await ask(`/v1/alerts?safeguard=${safeguard}&person=${person.id}`);
    if (alerts.some(({ status }) => status !== 'closed')) return true;
    await pause(250);
  }
  return false;
};

describe('The demo history', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'throughline-demo-'));
  let hub: RunningHub;

  afterAll(async () => {
    await hub.stop();
    rmSync(dataDir, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
  });

  it('goes on at the next start where a kill cut its import short, with what is not there yet', async () => {
    hub = await startHub({ dataDir, env, patience: 120_000 });
    await heard(hub, /importing the demo history: \d+ %/);
    await hub.kill();
    const wasDone = hub.said().includes('the demo history is imported');
    hub = await startHub({ dataDir, env, patience: 120_000 });
    const stored = Number((await heard(hub, /"stored":(\d+)/))[1]);
    expect(wasDone).toBe(false);
    expect(stored).toBeGreaterThan(0);
    expect(stored).toBeLessThan(GENERATED + (await demoHistory()).length);
  }, 300_000);

  it('has its own families among the others, found by name, with their alerts', async () => {
    expect(await isWatched(hub, 'Nadia Rahman', 'sanctuary-referral')).toBe(true);
  }, 150_000);

  it('is imported once: a start after it was finished leaves it as it is', async () => {
    await heard(hub, /the demo history is imported/);
    const note = join(dataDir, 'demo-history.json');
    const done = async (): Promise<string> => {
      for (let waited = 0; waited < 60_000; waited += 50) {
        const text = readFileSync(note, 'utf8');
        if (text.includes('"done"')) return text;
        await pause(50);
      }
      throw new Error('the import was never noted as done');
    };
    const before = await done();
    await hub.kill();
    hub = await startHub({ dataDir, env, patience: 120_000 });
    await heard(hub, /the hub is at/);
    const headers = { authorization: `Bearer ${await hub.token('operator')}` };
    for (let waited = 0; waited < 60_000; waited += 50) {
      const answer = await fetch(`${hub.origin}/v1/operate/lag`, { headers });
      const { items } = (await answer.json()) as { items: { lag: number }[] };
      if (items.every(({ lag }) => lag === 0)) break;
      await pause(50);
    }
    await pause(3_000);
    expect(hub.said()).not.toContain('importing the demo history');
    expect(readFileSync(note, 'utf8')).toBe(before);
  }, 300_000);
});
