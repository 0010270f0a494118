import { randomUUID } from 'node:crypto';
import { Fault, formatInstant } from '@throughline/kernel';
import { HUB_SOURCE, hubTypes, writeEnvelope } from '@throughline/records';
import { underAdvisoryLock } from '@throughline/platform';
import { ENGINE } from '@throughline/safeguards';
import type { Sealer } from '@throughline/seal';
import { dropFormer, type Generation, generationInForce, KEPT_FOR_READERS, liveGeneration } from './generations';
import { CaseMemory } from './memory/case-memory';
import { tellEngineChanged } from './past';
import { Projector, type ProjectorParts } from './projector';
import { rebuild, type RebuildProgress, RebuildStopped } from './rebuild';

export interface PartitionLag {
  readonly partition: number;
  /** The next offset to be read. */
  readonly next: string;
  readonly end: string;
  readonly lag: number;
  /** Why it stands still, where it does. */
  readonly stopped?: string;
}

export interface RejectedRecord {
  readonly partnership: string;
  readonly position: string;
  readonly source: string | null;
  readonly id: string | null;
  readonly reason: string;
}

export interface RebuildState {
  readonly state: 'none' | 'running' | 'done' | 'failed';
  readonly done: number;
  readonly total: number;
  readonly generation: number;
}

/** A rebuild is under way already. */
export class RebuildUnderWay extends Fault {
  readonly retriable = true;
  readonly status = 409;
}

/** There is no record set aside at this position, or it was tried again already. */
export class NothingSetAside extends Fault {
  readonly retriable = false;
  readonly status = 404;
}

/** Another release's projectors have built the tables anew: this one's engine judges no more. */
export class EngineSuperseded extends Fault {
  readonly retriable = false;
}

/** One process at a time builds the tables anew. */
const REBUILDING = 'throughline rebuild';

/** Milliseconds between two looks at which generation is live: a projector of another process may have built it anew. */
const LOOK = 1_000;

/** Milliseconds between two looks for former generations that nobody reads in any more. */
const SWEEP = KEPT_FOR_READERS + 1_000;

/** The projector as whoever runs the hub sees it: how far it is, what it set aside, and how it is built anew. */
export class Operations {
  private projector: Projector;
  private rebuilding: Promise<void> | undefined;
  private following: Promise<void> | undefined;
  private readonly timers: NodeJS.Timeout[] = [];
  private superseded: EngineSuperseded | undefined;
  private stopping = false;
  private last: RebuildState;

  private constructor(
    private readonly parts: ProjectorParts,
    private readonly sealer: Sealer,
    private generation: Generation,
  ) {
    this.projector = new Projector(parts, generation);
    this.last = { state: 'none', done: 0, total: 0, generation: generation.number };
  }

  static async open(parts: ProjectorParts, sealer: Sealer): Promise<Operations> {
    return new Operations({ memory: new CaseMemory(), ...parts }, sealer, await liveGeneration(parts.pool));
  }

  /**
   * Where the tables were made by another engine than this release's, they are built anew before anything is read on: what that
   * engine derived stays as the log tells it, and the log says from where on this one judges (architecture.md, points 7 and 9).
   * @param settleOutbox puts everything on the log that the former engine derived
   */
  async upgrade(settleOutbox: () => Promise<void>, progress: (progress: RebuildProgress) => void): Promise<boolean> {
    if (this.generation.engine === ENGINE) return false;
    return underAdvisoryLock(this.parts.pool, REBUILDING, async () => {
      // Another projector of this release may have done it while this one waited.
      const live = await liveGeneration(this.parts.pool);
      const isMine = live.engine !== ENGINE;
      if (isMine) {
        await settleOutbox();
        await tellEngineChanged(this.parts.pool, this.parts.log, this.sealer, live);
      }
      const nobody = (): Promise<void> => Promise.resolve();
      this.generation = isMine ? await rebuild(this.parts, live, true, { progress, pause: nobody, isStopped: () => this.stopping }) : live;
      this.projector = new Projector(this.parts, this.generation);
      this.last = { ...this.last, generation: this.generation.number };
      return isMine;
    });
  }

  get liveSchema(): string {
    return this.generation.schema;
  }

  /** Begins to read, in whichever generation is live. */
  async start(): Promise<void> {
    await this.dropFormer();
    await this.projector.start();
    this.timers.push(setInterval(() => this.follow(), LOOK).unref(), setInterval(() => void this.dropFormer(), SWEEP).unref());
  }

  async stop(): Promise<void> {
    this.stopping = true;
    for (const timer of this.timers) clearInterval(timer);
    await this.rebuilding;
    await this.following;
    await this.projector.stop();
  }

  async lag(): Promise<readonly PartitionLag[]> {
    const { rows } = await this.parts.pool.query<{ partition: number; next_offset: bigint }>(
      `SELECT partition, next_offset FROM ${this.liveSchema}.progress`,
    );
    const reached = new Map(rows.map((row) => [row.partition, row.next_offset]));
    const partitions = Array.from({ length: this.parts.log.partitions }, (_, partition) => partition);
    return Promise.all(
      partitions.map(async (partition) => {
        const { end } = await this.parts.log.bounds(partition);
        const next = reached.get(partition) ?? 0n;
        const stopped = this.superseded ?? this.projector.standing.get(partition);
        const why = stopped === undefined ? {} : { stopped: stopped instanceof Fault ? stopped.message : stopped.name };
        return { partition, next: String(next), end: String(end), lag: Number(end - next), ...why };
      }),
    );
  }

  async rejected(partnerships: readonly string[]): Promise<readonly RejectedRecord[]> {
    const { rows } = await this.parts.pool.query<Omit<RejectedRecord, 'position'> & { position: bigint }>(
      `SELECT partnership, position, source, id, reason FROM ${this.liveSchema}.set_aside
        WHERE partnership = ANY($1) AND NOT redriven ORDER BY partnership, position`,
      [partnerships],
    );
    return rows.map((row) => ({ ...row, position: `${row.partnership}:${row.position}` }));
  }

  /** Puts the wish to try a record again on the log; its effect is at its own position. Answers that position. */
  async redrive(partnership: string, position: number, by: string): Promise<string> {
    const { rows } = await this.parts.pool.query(
      `SELECT 1 FROM ${this.liveSchema}.set_aside WHERE partnership = $1 AND position = $2 AND index IS NOT NULL AND NOT redriven`,
      [partnership, position],
    );
    if (rows.length === 0) throw new NothingSetAside('no record is set aside at this position');
    return this.put(partnership, hubTypes.recordRedriven, { position, by });
  }

  startClock(partnership: string): Promise<string> {
    return this.put(partnership, hubTypes.clockStarted, {});
  }

  rebuildState(): RebuildState {
    return this.last;
  }

  /** Begins to build a new generation; it becomes the live one by itself. */
  startRebuild(): RebuildState {
    if (this.last.state === 'running') throw new RebuildUnderWay('a rebuild is under way');
    this.last = { state: 'running', done: 0, total: 0, generation: this.generation.number };
    this.rebuilding = this.rebuildNow();
    return this.last;
  }

  /** Goes over to the generation that is live, where this process did not make it so. */
  private follow(): void {
    if (this.last.state === 'running' || this.superseded !== undefined) return;
    // What cannot be read just now is looked at again in a moment.
    this.following ??= this.followNow()
      .catch(() => undefined)
      .finally(() => {
        this.following = undefined;
      });
  }

  private async followNow(): Promise<void> {
    const live = await generationInForce(this.parts.pool);
    if (live === undefined || live.number === this.generation.number || this.stopping) return;
    await this.projector.stop();
    this.generation = live;
    this.last = { ...this.last, generation: live.number };
    if (live.engine === ENGINE) await this.readOn();
    else {
      this.superseded = new EngineSuperseded('the tables belong to another release by now, and its projectors read on');
      this.parts.events.stopped(-1, this.superseded);
    }
  }

  private async readOn(): Promise<void> {
    if (this.stopping) return;
    this.projector = new Projector(this.parts, this.generation);
    await this.projector.start();
  }

  private async rebuildNow(): Promise<void> {
    const progress = ({ done, total }: RebuildProgress): void => {
      this.last = { ...this.last, done: Number(done), total: Number(total) };
    };
    const { pool } = this.parts;
    await this.following;
    const pause = (): Promise<void> => this.projector.stop();
    try {
      this.generation = await underAdvisoryLock(pool, REBUILDING, async () => {
        await this.followNow();
        if (this.superseded !== undefined) throw this.superseded;
        return rebuild(this.parts, this.generation, false, { progress, pause, isStopped: () => this.stopping });
      });
      this.last = { ...this.last, state: 'done', generation: this.generation.number };
    } catch (reason) {
      // Where only the answer to the switch was lost, the new generation is the live one.
      this.generation = await liveGeneration(pool).catch(() => this.generation);
      this.last = { ...this.last, state: 'failed' };
      if (!(reason instanceof RebuildStopped))
        this.parts.events.stopped(-1, reason instanceof Error ? reason : new Error('rebuild failed'));
    }
    await this.projector.stop();
    await this.readOn();
  }

  /** What cannot be removed now is removed the next time. */
  private async dropFormer(): Promise<void> {
    await dropFormer(this.parts.pool).catch(() => undefined);
  }

  private async put(partnership: string, type: string, data: Readonly<Record<string, unknown>>): Promise<string> {
    const now = formatInstant(this.parts.now());
    const envelope = await this.sealer.sealRecord({
      partnership,
      source: HUB_SOURCE,
      id: `${type.split('.')[2] ?? ''}:${randomUUID()}`,
      type,
      time: now,
      recordedtime: now,
      data,
    });
    const [position] = await this.parts.log.append([{ partnership, value: writeEnvelope(envelope) }]);
    return `${partnership}:${position ?? ''}`;
  }
}
