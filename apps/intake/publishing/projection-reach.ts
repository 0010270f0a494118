import { setTimeout as pause } from 'node:timers/promises';
import { Fault } from '@throughline/kernel';
import type { Log } from '@throughline/log';
import type { LiveTables } from './live-tables';

/** The tables are behind the log, so nobody can tell yet whether a record is there. */
export class NotProjectedYet extends Fault {
  readonly retriable = true;
}

const EVERY = 25;
const PATIENCE = 5_000;

/** Waits until the tables hold what the log held when it was asked. */
export class ProjectionReach {
  constructor(
    private readonly log: Pick<Log, 'partitionOf' | 'bounds'>,
    private readonly tables: LiveTables,
    private readonly patience = PATIENCE,
  ) {}

  /** Fails with `NotProjectedYet` where that takes longer than a caller should wait. */
  async reached(partnerships: Iterable<string>): Promise<void> {
    const partitions = [...new Set(Array.from(partnerships, (partnership) => this.log.partitionOf(partnership)))];
    const ends = await Promise.all(partitions.map(async (partition) => (await this.log.bounds(partition)).end));
    for (let waited = 0; ; waited += EVERY) {
      const reached = await this.offsets(partitions);
      if (partitions.every((partition, at) => (reached.get(partition) ?? 0n) >= (ends[at] ?? 0n))) return;
      if (waited >= this.patience) throw new NotProjectedYet('the tables have not caught up with the log yet');
      await pause(EVERY);
    }
  }

  private async offsets(partitions: readonly number[]): Promise<ReadonlyMap<number, bigint>> {
    const rows = await this.tables.rows<{ partition: number; next_offset: bigint | string }>((schema) => ({
      text: `SELECT partition, next_offset FROM ${schema}.progress WHERE partition = ANY($1)`,
      values: [partitions],
    }));
    return new Map(rows.map((row) => [row.partition, BigInt(row.next_offset)]));
  }
}
