import { setTimeout as pause } from 'node:timers/promises';
import { BenchFailed } from '../processes';
import type { HubUnderLoad } from './hub-under-load';
import { courseOf, FLAT, type MemoryCourse, type MemorySample } from './memory';
import { within } from './within';

/** One way of publishing, as long as it is told to. */
export interface Load {
  readonly name: string;
  /** The floor beside it, in words. */
  readonly floorName: string;
  /** Before the clock starts: connects, for example. Answers how to let go. */
  prepare?(): Promise<() => Promise<void>>;
  /** Settles when everything that it began is acknowledged. */
  publish(until: AbortSignal, interrupted: AbortSignal, acknowledged: (records: number) => void): Promise<void>;
  /** Records a second of its floor, measured for about so many seconds. */
  floor(seconds: number): Promise<number>;
}

/** What was seen of one load. */
export interface LoadMeasure {
  readonly name: string;
  readonly floorName: string;
  readonly records: number;
  readonly seconds: number;
  /** Records acknowledged in a second. */
  readonly rate: number;
  /** Absent where it was interrupted. */
  readonly floor?: number;
  readonly resident?: MemoryCourse;
  /** What was held after a full collection, in bytes: when two fifths were over, and at the end. */
  readonly held?: { readonly second: number; readonly last: number };
  /** Records that were not in the tables yet when the load ended, and how many seconds they took then. */
  readonly lag: number;
  readonly caughtUpIn?: number;
  readonly flat: boolean;
  readonly interrupted: boolean;
}

export interface RunOptions {
  readonly seconds: number;
  readonly say: (line: string) => void;
  readonly interrupted: AbortSignal;
}

const EVERY_SAMPLE = 1_000;
const SAMPLES_OF_A_FIFTH = 5;
const EVERY_LINE = 5_000;
const WARM = 2 / 5;
const CATCH_UP_WITHIN = 30 * 60_000;

const number = (value: number): string => Math.round(value).toLocaleString('en-GB');
const megabytes = (bytes: number): string => `${number(bytes / 1024 ** 2)} MB`;

/** Waits until everything is in the tables; answers how many seconds that took. */
const catchUp = async (hub: HubUnderLoad, { say, interrupted }: RunOptions): Promise<number | undefined> => {
  const began = performance.now();
  for (let said = began; !interrupted.aborted; ) {
    const lag = await hub.lag();
    if (lag === 0) return (performance.now() - began) / 1_000;
    if (performance.now() - began > CATCH_UP_WITHIN) throw new BenchFailed('the tables did not catch up');
    if (performance.now() - said > EVERY_LINE) {
      said = performance.now();
      say(`catching up: ${number(lag)} records are not in the tables yet`);
    }
    await pause(100);
  }
  return undefined;
};

/** Looks at the hub's memory as long as the load lasts, and says every few seconds how it goes. */
class Watch {
  readonly samples: MemorySample[] = [];
  readonly began = performance.now();
  acknowledged = 0;
  heldWarm: number | undefined;
  private readonly over = new AbortController();
  private readonly watching: Promise<void>;

  constructor(
    private readonly hub: HubUnderLoad,
    private readonly name: string,
    private readonly options: RunOptions,
  ) {
    this.watching = this.watch();
    this.watching.catch(() => undefined);
  }

  async end(): Promise<number> {
    this.over.abort();
    const lasted = performance.now() - this.began;
    await this.watching;
    return lasted;
  }

  private async watch(): Promise<void> {
    const { seconds, interrupted } = this.options;
    const every = Math.min(EVERY_SAMPLE, (seconds * 1_000) / 5 / SAMPLES_OF_A_FIFTH);
    let said = { at: 0, acknowledged: 0 };
    while (!this.over.signal.aborted && !interrupted.aborted) {
      const at = performance.now() - this.began;
      const { rss } = await this.hub.memory();
      this.samples.push({ at, resident: rss });
      if (this.heldWarm === undefined && at >= seconds * 1_000 * WARM) this.heldWarm = await this.hub.held();
      if (at - said.at >= EVERY_LINE) {
        const rate = ((this.acknowledged - said.acknowledged) * 1_000) / (at - said.at);
        said = { at, acknowledged: this.acknowledged };
        const lag = await this.hub.lag();
        const clock = `${Math.floor(at / 60_000)}:${String(Math.floor(at / 1_000) % 60).padStart(2, '0')}`;
        this.options.say(`${this.name} ${clock}  ${number(rate)} records/s  resident ${megabytes(rss)}  lag ${number(lag)}`);
      }
      await pause(every, undefined, { signal: this.over.signal }).catch(() => undefined);
    }
  }
}

const runPrepared = async (hub: HubUnderLoad, load: Load, options: RunOptions): Promise<LoadMeasure> => {
  const { seconds, interrupted } = options;
  const watch = new Watch(hub, load.name, options);
  await within(seconds, interrupted, (until) => load.publish(until, interrupted, (records) => (watch.acknowledged += records)));
  const lasted = await watch.end().catch((reason: unknown) => {
    if (interrupted.aborted) return performance.now() - watch.began;
    throw reason;
  });
  const resident = courseOf(watch.samples, lasted);
  const measured = {
    ...{ name: load.name, floorName: load.floorName },
    records: watch.acknowledged,
    seconds: lasted / 1_000,
    rate: (watch.acknowledged * 1_000) / lasted,
    ...(resident === undefined ? {} : { resident }),
    flat: resident !== undefined && resident.ratio <= FLAT,
  };
  if (interrupted.aborted) return { ...measured, lag: 0, interrupted: true };
  const last = await hub.held();
  const lag = await hub.lag();
  const warm = watch.heldWarm ?? last;
  options.say(`${load.name}: ${number(measured.records)} records, held after a collection ${megabytes(warm)}, then ${megabytes(last)}`);
  const caughtUpIn = await catchUp(hub, options);
  if (caughtUpIn === undefined) return { ...measured, lag, interrupted: true };
  return {
    ...measured,
    lag,
    caughtUpIn,
    held: { second: warm, last },
    floor: await load.floor(Math.min(20, Math.max(0.5, seconds / 10))),
    interrupted: false,
  };
};

/** Puts one load on the hub, waits until its tables have caught up, and measures the floor beside it. */
export const runLoad = async (hub: HubUnderLoad, load: Load, options: RunOptions): Promise<LoadMeasure> => {
  const letGo = await load.prepare?.();
  try {
    return await runPrepared(hub, load, options);
  } finally {
    await letGo?.();
  }
};
