import { comparedTables } from '@throughline/projections';
import { createHash } from 'node:crypto';
import type { Pool } from 'pg';
import { type Generation, newGeneration, type Offsets, offsetsOf, switchTo } from './generations';
import { gatherPast } from './past';
import { CaseMemory } from './memory/case-memory';
import { PartitionProjection, refusedIn } from './projection';
import type { ProjectorParts } from './projector';

export interface RebuildProgress {
  readonly done: bigint;
  readonly total: bigint;
}

/**
 * Makes a whole new generation from the log beside the live one, and when it has caught up, the live one. `pause` holds this process's
 * projector still for the last stretch; those of others wait for the switch. Interrupted, it leaves the live generation as it was; the
 * next rebuild begins anew. The former generation stays, for those who are reading in it. One process at a time MUST rebuild.
 *
 * @param derive whether outcomes that are not on the log yet go there: after a change of engine. Then it reads to the log's end, else
 * only what the live projectors have read: what comes after is theirs to derive.
 */
export const rebuild = async (
  parts: ProjectorParts,
  live: Generation,
  derive: boolean,
  events: {
    readonly progress: (progress: RebuildProgress) => void;
    readonly pause: () => Promise<void>;
    readonly isStopped: () => boolean;
  },
): Promise<Generation> => {
  const made = await newGeneration(parts.pool);
  await gatherPast(parts.pool, parts.log, made, live);
  const read = async (to?: Offsets): Promise<void> =>
    readInto({ ...parts, refused: await refusedIn(parts.pool, live.schema) }, made, events, derive, to);
  const readOn = async (): Promise<void> => read(derive ? undefined : await offsetsOf(parts.pool, live));
  await readOn();
  await events.pause();
  await readOn();
  await switchTo(parts.pool, live, made, read);
  return made;
};

/** The rebuild was told to stop; nothing of the live generation has changed. */
export class RebuildStopped extends Error {}

/**
 * Reads every partition from where the generation stands to where the log ends now, or up to the given offsets.
 * @param derive whether outcomes go back on the log, as they do live
 */
export const readInto = async (
  parts: ProjectorParts,
  generation: Generation,
  events: { readonly progress: (progress: RebuildProgress) => void; readonly isStopped: () => boolean },
  derive = false,
  upTo?: Offsets,
): Promise<void> => {
  const partitions = Array.from({ length: parts.log.partitions }, (_, partition) => partition);
  const bounds = await Promise.all(
    partitions.map(async (partition) => {
      const { begin, end } = await parts.log.bounds(partition);
      return { begin, end: upTo === undefined ? end : (upTo.get(partition) ?? begin) };
    }),
  );
  const memory = parts.memory ?? new CaseMemory();
  const total = bounds.reduce((sum, { begin, end }) => sum + (end - begin), 0n);
  let done = 0n;
  await Promise.all(
    partitions.map(async (partition) => {
      const projection = new PartitionProjection(partition, { ...parts, memory, schema: generation.schema, derive });
      const from = await projection.start();
      const to = bounds[partition]?.end ?? 0n;
      done += from - (bounds[partition]?.begin ?? 0n);
      if (from >= to) return;
      try {
        for await (const entries of parts.log.scan(partition, { from, to, maxEntries: parts.batch ?? 1_000 })) {
          if (events.isStopped()) throw new RebuildStopped('the rebuild was told to stop');
          await projection.apply(entries);
          done += BigInt(entries.length);
          events.progress({ done, total });
        }
      } finally {
        projection.forget();
      }
    }),
  );
};

/** SHA-256 over the ordered contents of every table of a generation that follows from the log alone. */
export const digestOf = async (pool: Pool, schema: string): Promise<Readonly<Record<string, string>>> => {
  const digests: Record<string, string> = {};
  for (const { name, order } of comparedTables) {
    const hash = createHash('sha256');
    const { rows } = await pool.query<{ row: string }>(`SELECT to_jsonb(t)::text AS row FROM ${schema}.${name} t ORDER BY ${order}`);
    for (const { row } of rows) hash.update(row).update('\n');
    digests[name] = hash.digest('hex');
  }
  return digests;
};
