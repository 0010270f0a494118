import { setTimeout as pause } from 'node:timers/promises';
import { generationInForce, newGeneration } from '../../apps/projector/generations';
import { Relay } from '../../apps/notifier/relay';
import { Transfers } from '../../apps/notifier/transfers';
import { Operations } from '../../apps/projector/operations';
import { digestOf } from '../../apps/projector/rebuild';
import { randomHistory } from './random-history';
import { SmallHub } from './small-hub';

const PATIENCE = 60_000;

const until = async (what: string, holds: () => Promise<boolean> | boolean): Promise<void> => {
  for (const end = performance.now() + PATIENCE; !(await holds()); await pause(20)) {
    if (performance.now() > end) throw new Error(`still waiting until ${what}`);
  }
};

describe('several projectors on one log and one database', () => {
  let hub: SmallHub;
  let projectors: readonly [Operations, Operations];
  let lines: readonly string[];

  const liveSchema = async (): Promise<string> => (await generationInForce(hub.parts.pool))?.schema ?? '';

  /** What was derived is on the log, and what is on the log is in the tables. */
  const settled = async (): Promise<void> => {
    const { pool, log, opener, matching, now } = hub.parts;
    const transfers = new Transfers({ pool, opener, homeTrace: matching.homeTrace.bind(matching), liveSchema, now });
    const relay = new Relay({ pool, log, sealer: hub.sealer, transfers, failed: () => undefined });
    await until('everything is read', async () => {
      const relayed = await relay.relayOnce();
      const lag = await projectors[0].lag();
      return relayed === 0 && lag.every((each) => each.lag === 0);
    });
  };

  const rebuiltBy = async (projector: Operations): Promise<void> => {
    projector.startRebuild();
    await until('the rebuild is over', () => projector.rebuildState().state !== 'running');
    expect(projector.rebuildState().state).toBe('done');
    const live = await liveSchema();
    await until('both read in the new tables', () => projectors.every((each) => each.liveSchema === live));
  };

  const digest = async () => digestOf(hub.parts.pool, await liveSchema());

  beforeEach(async () => {
    hub = await SmallHub.start();
    lines = randomHistory(51, 120);
    await hub.append(lines.slice(0, 60));
    projectors = [await Operations.open(hub.parts, hub.sealer), await Operations.open(hub.parts, hub.sealer)];
  });
  afterEach(async () => {
    await Promise.all(projectors.map((each) => each.stop()));
    await hub.stop();
  });

  it('go over to the tables that one of them built anew, and neither lose nor repeat anything', async () => {
    for (const each of projectors) await each.start();
    await settled();
    // The other reads on until the moment of the switch.
    for (const builder of [projectors[1], projectors[0]]) {
      const more = hub.append(lines.slice(60, 90));
      await rebuiltBy(builder);
      await more;
      await settled();
    }
    await hub.append(lines.slice(90));
    await settled();
    const before = await digest();
    expect(Object.keys(before).length).toBeGreaterThan(5);
    await rebuiltBy(projectors[1]);
    expect(await digest()).toEqual(before);
  });

  it('build the tables anew once for a changed engine, though records wait unread and both start at the same time', async () => {
    const { pool } = hub.parts;
    await hub.settle();
    await hub.append(lines.slice(60));
    await pool.query(`UPDATE hub.generations SET engine = 'former'`);
    const upgrades = [await Operations.open(hub.parts, hub.sealer), await Operations.open(hub.parts, hub.sealer)] as const;
    projectors = upgrades;
    const settleOutbox = (): Promise<void> => Promise.resolve();
    const done = await Promise.all(upgrades.map((each) => each.upgrade(settleOutbox, () => undefined)));
    expect([...done].sort()).toEqual([false, true]);
    expect(upgrades[0].liveSchema).toBe(upgrades[1].liveSchema);
    for (const each of projectors) await each.start();
    await settled();
    const before = await digest();
    await rebuiltBy(projectors[0]);
    expect(await digest()).toEqual(before);
  });

  it('of a former engine read no more once another release has built the tables anew', async () => {
    const { pool } = hub.parts;
    for (const each of projectors) await each.start();
    await settled();
    const { number } = await newGeneration(pool);
    await pool.query(`UPDATE hub.generations SET live = false WHERE live`);
    await pool.query(`UPDATE hub.generations SET live = true, engine = 'later' WHERE number = $1`, [number]);
    await until('both say so', async () => {
      const lags = await Promise.all(projectors.map((each) => each.lag()));
      return lags.every((lag) => lag.every(({ stopped }) => stopped?.includes('another release') === true));
    });
  });
});
