import { setTimeout as pause } from 'node:timers/promises';
import { Operations } from '../../apps/projector/operations';
import { randomHistory } from './random-history';
import { SmallHub } from './small-hub';

describe('While the tables are built anew', () => {
  let hub: SmallHub;
  const schemas = async (): Promise<readonly string[]> => {
    const { rows } = await hub.parts.pool.query<{ name: string }>(
      `SELECT nspname AS name FROM pg_namespace WHERE nspname LIKE 'generation_%' ORDER BY 1`,
    );
    return rows.map(({ name }) => name);
  };

  beforeAll(async () => {
    hub = await SmallHub.start();
    await hub.append(randomHistory(41, 120));
    await hub.settle();
  });
  afterAll(() => hub.stop());

  it('whoever reads in the former ones goes on reading, and readiness is told throughout', async () => {
    const { pool } = hub.parts;
    const operations = await Operations.open(hub.parts, hub.sealer);
    await operations.start();
    const former = operations.liveSchema;
    operations.startRebuild();
    let asked = 0;
    const until = performance.now() + 60_000;
    while (operations.rebuildState().state === 'running' && performance.now() < until) {
      const lag = await operations.lag();
      expect(lag.map(({ stopped }) => stopped)).toEqual(lag.map(() => undefined));
      await pool.query(`SELECT 1 FROM ${operations.liveSchema}.partnerships`);
      asked += 1;
      await pause(1);
    }
    expect(operations.rebuildState().state).toBe('done');
    expect(asked).toBeGreaterThan(0);
    expect(operations.liveSchema).not.toBe(former);
    // A page that began before the switch is read to its end.
    expect((await pool.query(`SELECT 1 FROM ${former}.records`)).rowCount).toBeGreaterThan(100);
    const live = operations.liveSchema;
    await operations.stop();

    await pool.query(`UPDATE hub.generations SET replaced_at = replaced_at - interval '1 minute' WHERE NOT live`);
    const restarted = await Operations.open(hub.parts, hub.sealer);
    await restarted.start();
    expect(await schemas()).toEqual([live]);
    await restarted.stop();
  });
});
