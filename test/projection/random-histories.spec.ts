import { demoPartnershipsFile } from '@throughline/infra/demo';
import { readPartnershipsFile } from '@throughline/infra/foundation';
import { generatePartnerships } from '@throughline/infra/demo/generator';
import { createInMemoryLog } from '@throughline/log/in-memory';
import type { LogEntry } from '@throughline/log';
import { CaseMemory } from '../../apps/projector/memory/case-memory';
import { newGeneration } from '../../apps/projector/generations';
import { digestOf, readInto } from '../../apps/projector/rebuild';
import { MemoryFold, tablesOf } from './memory-fold';
import { numbersFrom, randomHistory } from './random-history';
import { SmallHub } from './small-hub';

const quietly = { progress: () => undefined, isStopped: () => false };

/** Everything that a log holds, partition by partition. */
const everything = async (hub: SmallHub): Promise<readonly LogEntry[]> => {
  const entries: LogEntry[] = [];
  for (let partition = 0; partition < hub.parts.log.partitions; partition += 1) {
    const { begin: from, end: to } = await hub.parts.log.bounds(partition);
    for await (const batch of hub.parts.log.scan(partition, { from, to, maxEntries: 1_000 })) entries.push(...batch);
  }
  return entries;
};

/** The short form; the long one is `SEEDS=200 npx jest test/projection`. */
const seeds = Array.from({ length: Number(process.env['SEEDS'] ?? 4) }, (_, place) => place + 1);

describe('over a random history', () => {
  it.each(seeds)('live = rebuilt = rebuilt with another batch size or scant memory = folded in memory, byte for byte (seed %i)', async (seed) => {
    const random = numbersFrom(seed * 7_919);
    const hub = await SmallHub.start(createInMemoryLog({ partitions: 2 }), 1 + Math.floor(random() * 60));
    const lines = randomHistory(seed, 160);
    // Each settling reads with a new projection: a restart.
    for (let from = 0; from < lines.length;) {
      const next = from + 1 + Math.floor(random() * 50);
      await hub.append(lines.slice(from, next));
      await hub.settle();
      from = next;
    }
    const live = await digestOf(hub.parts.pool, hub.live.schema);
    for (const batch of [1_000, 1 + Math.floor(random() * 9)]) {
      const made = await newGeneration(hub.parts.pool);
      await readInto({ ...hub.parts, batch }, made, quietly);
      expect(await digestOf(hub.parts.pool, made.schema)).toEqual(live);
    }
    // Nearly nobody stays in memory, or some do: what is raised, and where it stands in the tables, must not tell.
    const scant = await newGeneration(hub.parts.pool);
    const memory = new CaseMemory(Math.floor(random() ** 2 * 250));
    await readInto({ ...hub.parts, batch: 1 + Math.floor(random() * 30), memory }, scant, quietly);
    expect(await digestOf(hub.parts.pool, scant.schema)).toEqual(live);
    expect(await MemoryFold.of(hub.parts, await everything(hub))).toEqual(await tablesOf(hub.parts.pool, hub.live.schema));
    await hub.stop();
  });
});

describe('over the believable history of whole partnerships', () => {
  it('live in small batches = rebuilt in large ones = rebuilt with scant memory = folded in memory, byte for byte', async () => {
    const random = numbersFrom(4_241);
    const hub = await SmallHub.start(createInMemoryLog({ partitions: 2 }), 40);
    const { partnerships } = await readPartnershipsFile(demoPartnershipsFile);
    const lines = [...generatePartnerships({ seed: 5, records: 900, endingOn: '2026-06-30', partnerships })].map(({ line }) => line);
    for (let from = 0; from < lines.length;) {
      const next = from + 100 + Math.floor(random() * 300);
      await hub.append(lines.slice(from, next));
      await hub.settle();
      from = next;
    }
    const live = await digestOf(hub.parts.pool, hub.live.schema);
    const made = await newGeneration(hub.parts.pool);
    await readInto({ ...hub.parts, batch: 1_000 }, made, quietly);
    expect(await digestOf(hub.parts.pool, made.schema)).toEqual(live);
    const scant = await newGeneration(hub.parts.pool);
    await readInto({ ...hub.parts, batch: 40, memory: new CaseMemory(400) }, scant, quietly);
    expect(await digestOf(hub.parts.pool, scant.schema)).toEqual(live);
    expect(await MemoryFold.of(hub.parts, await everything(hub))).toEqual(await tablesOf(hub.parts.pool, hub.live.schema));
    await hub.stop();
  });
});
