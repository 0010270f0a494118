import { createInMemoryLog } from '@throughline/log/in-memory';
import { ENGINE, type Safeguard } from '@throughline/safeguards';
import { newGeneration } from '../../apps/projector/generations';
import { gatherPast, tellEngineChanged } from '../../apps/projector/past';
import { digestOf, readInto } from '../../apps/projector/rebuild';
import { SmallHub } from '../projection/small-hub';
import { goldenHistory } from './golden-history';
import { everyEntry, type Golden, keepGolden, keptKeys, newKeys, PARTITIONS, readGolden } from './golden-log';

const quietly = { progress: () => undefined, isStopped: () => false };

/**
 * A history lived through by the hub of today, with a change of the engine in the middle and one at the end: up to there a later
 * engine takes from the log what this one decided.
 */
export const makeGolden = async (): Promise<Golden> => {
  const keys = newKeys();
  const hub = await SmallHub.start(createInMemoryLog({ partitions: PARTITIONS }), 100, keys.open);
  try {
    const { pool, log } = hub.parts;
    const lines = goldenHistory();
    const middle = Math.floor(lines.length / 2);
    for (const part of [lines.slice(0, middle), lines.slice(middle)]) {
      for (let from = 0; from < part.length; from += 40) {
        await hub.append(part.slice(from, from + 40));
        await hub.settle();
      }
      await tellEngineChanged(pool, log, hub.sealer, hub.live);
      await hub.settle();
    }
    const tables = await digestOf(pool, hub.live.schema);
    return { entries: await everyEntry(log), keys: await keys.taken(pool), told: { engine: ENGINE, tables } };
  } finally {
    await hub.stop();
  }
};

/** How a golden log is read: as a rebuild does, its outcomes taken from the log; or every outcome derived anew. */
export type Reading = 'outcomes from the log' | 'outcomes derived';

/** The digests of a generation that the hub of today makes of a golden log. */
export const digestsToday = async (
  folder: string,
  reading: Reading,
  safeguards?: readonly Safeguard[],
): Promise<Readonly<Record<string, string>>> => {
  const { log, keys } = await readGolden(folder);
  const hub = await SmallHub.over(log, keptKeys(keys));
  try {
    const { pool } = hub.parts;
    const made = await newGeneration(pool);
    if (reading === 'outcomes from the log') await gatherPast(pool, log, made);
    await readInto({ ...hub.parts, batch: 64, ...(safeguards === undefined ? {} : { safeguards }) }, made, quietly);
    return await digestOf(pool, made.schema);
  } finally {
    await hub.stop();
  }
};

/** Writes anew what a kept log's tables hold by the hub of today, where a release changed what a table holds of each row. */
export const digestAnew = async (folder: string): Promise<void> => {
  const { log, keys, told } = await readGolden(folder);
  const tables = await digestsToday(folder, 'outcomes from the log');
  await keepGolden(folder, { entries: await everyEntry(log), keys, told: { ...told, tables } });
};
