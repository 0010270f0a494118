import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { createPostgresLog } from '@throughline/log/postgres';
import type { Pool } from 'pg';
import { digestOf } from '../../apps/projector/rebuild';
import { type RunningHub, startHub } from '../running-hub';
import { differencesOf, liveSchemaOf, NO_DIFFERENCES, tablesOf } from './hub-tables';
import { load } from './load';
import { Operator } from './operator';
import { Publishers } from './publishers';
import { seeded } from './seeded';

const SEED = 20_240_304;
const RECORDS = Number(process.env['FAULTS_RECORDS'] ?? 5_000);
const KILLS = Number(process.env['FAULTS_KILLS'] ?? 10);

const outboxIsEmpty = (pool: Pool) => async (): Promise<boolean> => (await pool.query('SELECT FROM hub.outbox LIMIT 1')).rowCount === 0;

/** What a hub said of partitions that stand still, and of its end. */
const stops = (hub: RunningHub): string =>
  hub
    .said()
    .split('\n')
    .filter((line) => line.includes('"level":"fatal"'))
    .join('\n');

describe('a hub that is killed under load, and its database with it or alone', () => {
  let dataDir: string;
  let hub: RunningHub;
  let pool: Pool;
  const random = seeded(SEED);

  /** `kill -9` of the hub (its database ends with it), and a start on the same data. */
  const killHub = async (): Promise<void> => {
    const port = Number(new URL(hub.origin).port);
    await hub.kill();
    hub = await startHub({ dataDir, port });
  };

  /** `kill -9` of PostgreSQL's first process; the hub starts another. */
  const killDatabase = async (): Promise<void> => {
    const before = hub.databasePid();
    process.kill(before, 'SIGKILL');
    for (const until = Date.now() + 90_000; ; await pause(50)) {
      const now = hub.databasePid();
      const answer = await fetch(`${hub.origin}/health/ready`).catch(() => undefined);
      const said = await answer?.text();
      if (now !== 0 && now !== before && answer?.status === 200) return;
      if (Date.now() > until) throw new Error(`after its database was killed the hub is not ready: ${said ?? 'no answer'}\n${stops(hub)}`);
    }
  };

  beforeAll(async () => {
    dataDir = mkdtempSync(join(tmpdir(), 'throughline-kill-'));
    hub = await startHub({ dataDir });
    pool = tablesOf(dataDir);
  });
  afterAll(async () => {
    await pool.end();
    await hub.stop();
    rmSync(dataDir, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
  });

  it('loses nothing that it acknowledged, and gives everything its effect once', async () => {
    const target = { origin: hub.origin, token: (client: string) => hub.token(client) };
    const publishers = new Publishers(target);
    const publishing = publishers.publish(load(SEED, RECORDS));
    publishing.catch(() => undefined);
    for (let kill = 1; kill <= KILLS; kill += 1) {
      await Promise.race([publishers.reached(Math.floor((RECORDS * (kill - random())) / (KILLS + 1))), publishing]);
      await pause(random() * 60);
      await (kill % 2 === 0 ? killDatabase() : killHub());
    }
    await publishing;
    const operator = new Operator(target);
    await operator.settled(outboxIsEmpty(pool));
    expect(publishers.acknowledged).toHaveLength(RECORDS);
    expect(publishers.retries).toBeGreaterThan(0);

    const log = await createPostgresLog(pool, { partitions: 8 });
    const { differences } = await differencesOf(pool, log, publishers.acknowledged);
    expect(differences).toEqual(NO_DIFFERENCES);
    await log.close();

    const before = await liveSchemaOf(pool);
    const live = await digestOf(pool, before);
    await operator.rebuild();
    const after = await liveSchemaOf(pool);
    expect(after).not.toBe(before);
    expect(await digestOf(pool, after)).toEqual(live);
  }, 300_000);
});
