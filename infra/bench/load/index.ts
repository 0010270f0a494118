import { type Ground, layGround } from '../ground';
import { openLog } from '../log';
import { machine } from '../measure';
import { BenchFailed } from '../processes';
import { type PressureSeen, underPressure } from './back-pressure';
import { batchesLoad, singlesLoad, type Tokens, tokensOf, warmUpBatches } from './http-loads';
import { HubUnderLoad } from './hub-under-load';
import { inboundLoad, inboundUsers } from './inbound-load';
import { loadPartnerships } from './records';
import { type Load, type LoadMeasure, runLoad, type RunOptions } from './run-load';
import type { LoadReport } from './table';

export { loadIsBorne, type LoadReport, loadTable } from './table';

export interface LoadOptions {
  /** Of each load. */
  readonly minutes: number;
  readonly say: (line: string) => void;
  /** Ends it early; what was measured so far is answered. */
  readonly interrupted: AbortSignal;
}

/** A fresh hub, so that the memory of one load is not that of the one before. */
const withHub = async <Result>(ground: Ground, work: (hub: HubUnderLoad) => Promise<Result>): Promise<Result> => {
  const hub = await HubUnderLoad.start(ground.environment);
  try {
    return await work(hub);
  } finally {
    await hub.stop();
  }
};

/** The mean size of the values that stand last in the log. */
const storedBytes = async (ground: Ground): Promise<number> => {
  const log = await openLog(ground.pool, ground.brokers);
  const lengths: number[] = [];
  try {
    for (let partition = 0; partition < log.partitions; partition += 1) {
      const { begin, end: to } = await log.bounds(partition);
      const from = to - 500n > begin ? to - 500n : begin;
      for await (const entries of log.scan(partition, { from, to, maxEntries: 500 })) {
        const ofAgencies = entries.filter(({ value }) => value.includes('"/agencies/'));
        lengths.push(...ofAgencies.map(({ value }) => value.length));
      }
    }
  } finally {
    await log.close();
  }
  return lengths.length === 0 ? 1_000 : Math.round(lengths.reduce((sum, length) => sum + length, 0) / lengths.length);
};

class LoadRun {
  readonly loads: LoadMeasure[] = [];
  pressure: PressureSeen | undefined;
  private bytes = 1_000;
  private readonly run: RunOptions;

  constructor(private readonly options: LoadOptions) {
    const { minutes, say, interrupted } = options;
    this.run = { seconds: minutes * 60, say, interrupted };
  }

  async overHttp(ground: Ground, brokers: string): Promise<void> {
    const size = async (): Promise<number> => (this.bytes = await storedBytes(ground));
    await withHub(ground, async (hub) => {
      const tokens = await tokensOf(hub);
      await this.put(hub, tokens, singlesLoad(hub, tokens, brokers, size));
    });
    if (this.options.interrupted.aborted) return;
    await withHub(ground, async (hub) => {
      const tokens = await tokensOf(hub);
      await this.put(hub, tokens, batchesLoad(hub, tokens, brokers, size));
      if (!this.options.interrupted.aborted) await this.press(hub, tokens, ground);
    });
  }

  async byKafka(ground: Ground, brokers: string): Promise<void> {
    await withHub(ground, async (hub) => {
      await this.put(hub, await tokensOf(hub), inboundLoad(hub, brokers, this.bytes, this.run.seconds));
    });
  }

  private async put(hub: HubUnderLoad, tokens: Tokens, load: Load): Promise<void> {
    this.options.say(`${load.name}, ${this.options.minutes} minutes`);
    this.loads.push(await runLoad(hub, load, warmUpBatches(hub, tokens), this.run));
  }

  private async press(hub: HubUnderLoad, tokens: Tokens, { pool, brokers, brokerPid }: Ground): Promise<void> {
    const { interrupted, say } = this.options;
    const seconds = Math.min(8, Math.max(2, this.run.seconds / 10));
    const connections = Math.min(64, Math.max(28, seconds * 8));
    say(`back-pressure: the broker stands still for ${seconds.toFixed(0)} s`);
    const log = await openLog(pool, brokers);
    try {
      const seen = await underPressure({ hub, tokens, log, brokerPid: brokerPid ?? 0, seconds, connections, interrupted });
      if (!interrupted.aborted) this.pressure = seen;
    } finally {
      await log.close();
    }
  }
}

/**
 * Puts three loads on the hub, one after the other, each for so many minutes: single records, batches, and the inbound topics; and
 * more than it takes. On servers of its own that end with it. Needs the built hub, and Java 17.
 */
export const benchLoad = async (options: LoadOptions): Promise<LoadReport> => {
  const run = new LoadRun(options);
  const isInterrupted = (): boolean => options.interrupted.aborted;
  const parts = [
    { users: undefined, put: run.overHttp.bind(run) },
    { users: inboundUsers(), put: run.byKafka.bind(run) },
  ];
  for (const { users, put } of parts) {
    if (isInterrupted()) break;
    const ground = await layGround({ partnerships: loadPartnerships(), ...(users === undefined ? {} : { users }) });
    try {
      if (ground.brokers === undefined) throw new BenchFailed('load is measured on Kafka, which needs Java 17');
      await put(ground, ground.brokers);
    } catch (reason) {
      if (!isInterrupted()) throw reason;
    } finally {
      await ground.leave();
    }
  }
  const { loads, pressure } = run;
  return { machine: machine(), loads, ...(pressure === undefined ? {} : { pressure }) };
};
