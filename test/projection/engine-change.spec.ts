import type { Log } from '@throughline/log';
import { type Generation, newGeneration } from '../../apps/projector/generations';
import { gatherPast, tellEngineChanged } from '../../apps/projector/past';
import { digestOf, readInto } from '../../apps/projector/rebuild';
import { randomHistory } from './random-history';
import { SmallHub } from './small-hub';

const quietly = { progress: () => undefined, isStopped: () => false };

describe('after a change of the engine', () => {
  it.each([11, 12, 13])('a rebuild takes from the log what the former engine raised, answered and joined (seed %i)', async (seed) => {
    const hub = await SmallHub.start();
    const lines = randomHistory(seed, 140);
    for (let from = 0; from < lines.length; from += 23) {
      await hub.append(lines.slice(from, from + 23));
      await hub.settle();
    }
    await tellEngineChanged(hub.parts.pool, hub.parts.log, hub.sealer, hub.live);
    await hub.settle();
    const live = await digestOf(hub.parts.pool, hub.live.schema);
    const made = await newGeneration(hub.parts.pool);
    await gatherPast(hub.parts.pool, hub.parts.log, made);
    // An engine without a single safeguard would derive nothing of it.
    await readInto({ ...hub.parts, safeguards: [], batch: 17 }, made, quietly);
    expect(await digestOf(hub.parts.pool, made.schema)).toEqual(live);
    await hub.stop();
  });

  it('reads of changes of the engine only what the live generation has not read: it has noted the others', async () => {
    const hub = await SmallHub.start();
    const { pool, log } = hub.parts;
    await hub.append(randomHistory(31, 60));
    await hub.settle();
    const scans: { from: bigint; to: bigint }[] = [];
    const watched: Log = Object.create(log, {
      scan: {
        value: (partition: number, range: Parameters<Log['scan']>[1]) => {
          scans.push(range);
          return log.scan(partition, range);
        },
      },
    }) as Log;
    const gathered = async (live?: Generation): Promise<unknown[]> => {
      const made = await newGeneration(pool);
      scans.length = 0;
      await gatherPast(pool, watched, made, live);
      const until = await pool.query<object>(`SELECT * FROM ${made.schema}.past_until ORDER BY 1`);
      const past = await pool.query<object>(`SELECT * FROM ${made.schema}.past ORDER BY 1, 2, 3`);
      return [...until.rows, ...past.rows];
    };
    expect(await gathered(hub.live)).toEqual([]);
    expect(scans).toEqual([]);
    await tellEngineChanged(pool, log, hub.sealer, hub.live);
    // Not yet read: it is looked for from where the live generation stands.
    const whole = await gathered();
    expect(whole.length).toBeGreaterThan(1);
    expect(await gathered(hub.live)).toEqual(whole);
    expect(scans.some(({ from }) => from > 0n)).toBe(true);
    await hub.settle();
    expect(await gathered(hub.live)).toEqual(whole);
    // Read and noted: only outcomes are looked for, once in each partition.
    expect(scans.filter(({ from }) => from === 0n).length).toBe(scans.length);
    expect(scans.length).toBeLessThanOrEqual(log.partitions);
    await hub.stop();
  });

  it('judges by the new engine what comes after', async () => {
    const hub = await SmallHub.start();
    const lines = randomHistory(21, 120);
    await hub.append(lines.slice(0, 60));
    await hub.settle();
    await tellEngineChanged(hub.parts.pool, hub.parts.log, hub.sealer, hub.live);
    await hub.append(lines.slice(60));
    const raisedBy = async (schema: string): Promise<number> =>
      (await hub.parts.pool.query(`SELECT 1 FROM ${schema}.alerts`)).rowCount ?? 0;
    const before = await raisedBy(hub.live.schema);
    const made = await newGeneration(hub.parts.pool);
    await gatherPast(hub.parts.pool, hub.parts.log, made);
    await readInto({ ...hub.parts, safeguards: [] }, made, quietly);
    expect(before).toBeGreaterThan(0);
    expect(await raisedBy(made.schema)).toBe(before);
    await hub.settle();
    expect(await raisedBy(hub.live.schema)).toBeGreaterThan(before);
    await hub.stop();
  });
});
