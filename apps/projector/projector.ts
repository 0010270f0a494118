import { setTimeout as pause } from 'node:timers/promises';
import { Fault } from '@throughline/kernel';
import { type Log, type LogEntry, OffsetMoved, type PartitionReader, type Subscription } from '@throughline/log';
import { type Generation, GenerationReplaced } from './generations';
import { PartitionProjection, type ProjectionParts } from './projection';

/** What the projector tells of itself; loud where a partition stands still. */
export interface ProjectorEvents {
  stopped(partition: number, reason: Error): void;
  /** An infrastructure fault: the same batch is tried again. */
  faltered(partition: number, reason: unknown): void;
  applied(partition: number, records: number): void;
}

export interface ProjectorParts extends Omit<ProjectionParts, 'schema' | 'derive'> {
  readonly log: Log;
  readonly events: ProjectorEvents;
  /** Milliseconds since 1970: only to stamp what people ask of the projector, never to judge a record. */
  readonly now: () => number;
  readonly batch?: number;
}

const BATCH = 1_000;

/** Whether a failure passes by itself: the database or the key store is away, and no record is to blame. */
const isPassing = (reason: unknown): boolean => {
  if (reason instanceof Fault) return reason.retriable && !(reason instanceof OffsetMoved);
  if (!(reason instanceof Error)) return false;
  const code = 'code' in reason && typeof reason.code === 'string' ? reason.code : '';
  return /^(08|53|57|58|40|ECONN|EPIPE|ETIMEDOUT)/.test(code) || /connection|timeout/i.test(reason.message);
};

/** Reads the log into the live generation, partition by partition, for as long as it owns them. */
export class Projector implements PartitionReader {
  private readonly owned = new Map<number, PartitionProjection>();
  private readonly halted = new Map<number, Error>();
  private subscription: Subscription | undefined;
  private stopping = false;

  constructor(
    private readonly parts: ProjectorParts,
    private readonly generation: Generation,
  ) {}

  /** Partitions that stand still, and why: for the health page. */
  get standing(): ReadonlyMap<number, Error> {
    return this.halted;
  }

  async start(): Promise<void> {
    this.subscription = await this.parts.log.subscribe(this, {
      group: `throughline-projector-${this.generation.number}`,
      maxEntries: this.parts.batch ?? BATCH,
    });
  }

  async stop(): Promise<void> {
    this.stopping = true;
    await this.subscription?.stop();
    this.subscription = undefined;
  }

  async assigned(partition: number): Promise<bigint> {
    const projection = new PartitionProjection(partition, { ...this.parts, schema: this.generation.schema, derive: true });
    const from = await this.untilItAnswers(partition, () => projection.start());
    this.leave(partition);
    this.owned.set(partition, projection);
    this.halted.delete(partition);
    return from;
  }

  async entries(partition: number, entries: readonly LogEntry[]): Promise<void> {
    const projection = this.owned.get(partition);
    if (projection === undefined) throw new OffsetMoved('entries came for a partition that is not owned');
    for (let delay = 50; ; delay = Math.min(delay * 2, 5_000)) {
      try {
        await projection.apply(entries);
        break;
      } catch (reason) {
        if (!isPassing(reason) || this.stopping || this.owned.get(partition) !== projection) throw reason;
        this.parts.events.faltered(partition, reason);
        await pause(delay);
        // Whether the last commit took effect is for the tables to say.
        await projection.start().catch(() => undefined);
      }
    }
    this.parts.events.applied(partition, entries.length);
  }

  /** Where the partition is read from is for the tables to say: while the database is away, it waits for them. */
  private async untilItAnswers<Answer>(partition: number, ask: () => Promise<Answer>): Promise<Answer> {
    for (let delay = 50; ; delay = Math.min(delay * 2, 5_000)) {
      try {
        return await ask();
      } catch (reason) {
        if (!isPassing(reason) || this.stopping) throw reason;
        this.parts.events.faltered(partition, reason);
        await pause(delay);
      }
    }
  }

  revoked(partition: number): void {
    this.leave(partition);
  }

  stopped(partition: number, reason: Error): void {
    this.leave(partition);
    // Whoever runs this projector makes another, for the generation in force.
    if (reason instanceof GenerationReplaced) return;
    this.halted.set(partition, reason);
    this.parts.events.stopped(partition, reason);
  }

  private leave(partition: number): void {
    this.owned.get(partition)?.forget();
    this.owned.delete(partition);
  }
}
