import { setTimeout as pause } from 'node:timers/promises';
import { median } from '../measure';
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
  /** Whether it brings more than the tables take: then they are behind all the time, and memory is looked at while they are. */
  readonly outruns: boolean;
  /** Settles when everything that it began is acknowledged. */
  publish(until: AbortSignal, interrupted: AbortSignal, acknowledged: (records: number) => void): Promise<void>;
  /** Records a second of its floor, measured for about so many seconds. */
  floor(seconds: number): Promise<number>;
}

/** What was seen of one load. */
export interface LoadMeasure {
  readonly name: string;
  readonly floorName: string;
  /** Seconds before memory was looked at, and whether the hub's memory of people was full by then. */
  readonly warmUp: { readonly seconds: number; readonly filled: boolean };
  /** Of the seconds that follow, as all that is told here. */
  readonly records: number;
  readonly seconds: number;
  /** Records acknowledged in a second. */
  readonly rate: number;
  /** Absent where it was interrupted. */
  readonly floor?: number;
  readonly resident?: MemoryCourse;
  /** What was held after a full collection, in bytes: when the warm-up was over, and at the end. */
  readonly held?: { readonly first: number; readonly last: number };
  /** Records that were not in the tables yet when the load ended, and how many seconds they took then. */
  readonly lag: number;
  readonly caughtUpIn?: number;
  readonly flat: boolean;
  readonly interrupted: boolean;
}

export interface RunOptions {
  /** After the warm-up. */
  readonly seconds: number;
  readonly say: (line: string) => void;
  readonly interrupted: AbortSignal;
}

const EVERY_SAMPLE = 1_000;
const SAMPLES_OF_A_FIFTH = 5;
const EVERY_LINE = 5_000;
/** Of the seconds of the load: how long memory is filled at most, and how long the load itself then goes before memory is looked at. */
const FILLED_WITHIN = 2;
const UNDER_WAY = 1 / 5;
const LET_GO = 'throughline_projector_records_let_go_total';
/** Collections for one figure: between them batches come and go. */
const COLLECTIONS = 5;
const EVERY_COLLECTION = 1_000;
const CATCH_UP_WITHIN = 30 * 60_000;

const number = (value: number): string => Math.round(value).toLocaleString('en-GB');
const megabytes = (bytes: number): string => `${number(bytes / 1024 ** 2)} MB`;

/** Waits until everything is in the tables; answers how many seconds that took. */
const catchUp = async (hub: HubUnderLoad, { say, interrupted }: RunOptions): Promise<number | undefined> => {
  const began = performance.now();
  for (let said = began; !interrupted.aborted;) {
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

/** What the hub holds beside what comes and goes with each batch: the median of some full collections. */
const heldBy = async (hub: HubUnderLoad, seconds: number): Promise<number> => {
  const seen: number[] = [];
  for (let collection = 0; collection < COLLECTIONS; collection += 1) {
    seen.push(await hub.held());
    await pause(Math.min(EVERY_COLLECTION, (seconds * 1_000) / COLLECTIONS / 10));
  }
  return median(seen);
};

/** Looks at the hub's memory as long as the load lasts, and says every few seconds how it goes. */
class Watch {
  samples: MemorySample[] = [];
  began = performance.now();
  acknowledged = 0;
  private name: string;
  private said = { at: 0, acknowledged: 0 };
  private readonly over = new AbortController();
  private readonly watching: Promise<void>;

  constructor(
    private readonly hub: HubUnderLoad,
    private readonly load: string,
    private readonly options: RunOptions,
  ) {
    this.name = `${load}, warm-up`;
    this.watching = this.watch();
    this.watching.catch(() => undefined);
  }

  /** What was seen until now was warm-up. Answers how many seconds. */
  beginAnew(): number {
    const lasted = performance.now() - this.began;
    this.name = this.load;
    this.samples = [];
    this.said = { at: 0, acknowledged: 0 };
    this.acknowledged = 0;
    this.began = performance.now();
    return lasted / 1_000;
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
    while (!this.over.signal.aborted && !interrupted.aborted) {
      // On a busy machine one look may fail; the next one is soon.
      await this.look().catch(() => undefined);
      await pause(every, undefined, { signal: this.over.signal }).catch(() => undefined);
    }
  }

  private async look(): Promise<void> {
    const { rss } = await this.hub.memory();
    const at = performance.now() - this.began;
    this.samples.push({ at, resident: rss });
    if (at - this.said.at < EVERY_LINE) return;
    const rate = ((this.acknowledged - this.said.acknowledged) * 1_000) / (at - this.said.at);
    this.said = { at, acknowledged: this.acknowledged };
    const lag = await this.hub.lag();
    const clock = `${Math.floor(at / 60_000)}:${String(Math.floor(at / 1_000) % 60).padStart(2, '0')}`;
    this.options.say(`${this.name} ${clock}  ${number(rate)} records/s  resident ${megabytes(rss)}  lag ${number(lag)}`);
  }
}

/** Publishes until the hub begins to let go of people: its memory of them is as full then as it ever gets. Answers whether it does. */
const fill = async (hub: HubUnderLoad, batches: Load['publish'], { seconds, interrupted }: RunOptions, watch: Watch): Promise<boolean> => {
  let filled = false;
  await within(seconds * FILLED_WITHIN, interrupted, async (until) => {
    const full = new AbortController();
    const either = AbortSignal.any([until, full.signal]);
    const look = async (): Promise<void> => {
      while (!either.aborted && !filled) {
        filled = (await hub.figure(LET_GO)) > 0;
        await pause(Math.min(1_000, seconds * 100), undefined, { signal: either }).catch(() => undefined);
      }
    };
    const end = (): void => full.abort();
    await Promise.all([batches(either, interrupted, (records) => (watch.acknowledged += records)).finally(end), look().finally(end)]);
  });
  return filled;
};

/** The load itself; memory is looked at when it has been under way for a while. Answers what was held by then. */
const published = async (hub: HubUnderLoad, load: Load, { seconds, interrupted }: RunOptions, watch: Watch) => {
  const over = new AbortController();
  const end = (): void => over.abort();
  const lasting = (some: number): Promise<void> => pause(some * 1_000, undefined, { signal: over.signal }).catch(() => undefined);
  interrupted.addEventListener('abort', end);
  if (interrupted.aborted) end();
  const publishing = load.publish(over.signal, interrupted, (records) => (watch.acknowledged += records));
  publishing.catch(end);
  try {
    await lasting(seconds * UNDER_WAY);
    const held = over.signal.aborted ? 0 : await heldBy(hub, seconds);
    const warmUp = watch.beginAnew();
    await lasting(seconds);
    return { warmUp, held };
  } finally {
    end();
    interrupted.removeEventListener('abort', end);
    await publishing;
  }
};

const runPrepared = async (hub: HubUnderLoad, load: Load, batches: Load['publish'], options: RunOptions): Promise<LoadMeasure> => {
  const { seconds, interrupted } = options;
  const unlessInterrupted =
    <Value>(value: () => Value) =>
    (reason: unknown): Value => {
      if (interrupted.aborted) return value();
      throw reason;
    };
  const watch = new Watch(hub, load.name, options);
  const filled = await fill(hub, batches, options, watch).catch(unlessInterrupted(() => false));
  if (!load.outruns) await catchUp(hub, options).catch(unlessInterrupted(() => undefined));
  const began = await published(hub, load, options, watch).catch(unlessInterrupted(() => ({ warmUp: watch.beginAnew(), held: 0 })));
  const lasted = await watch.end().catch(unlessInterrupted(() => performance.now() - watch.began));
  const resident = courseOf(watch.samples, lasted);
  const measured = {
    ...{ name: load.name, floorName: load.floorName, warmUp: { seconds: began.warmUp, filled } },
    records: watch.acknowledged,
    seconds: lasted / 1_000,
    rate: (watch.acknowledged * 1_000) / lasted,
    ...(resident === undefined ? {} : { resident }),
    flat: resident !== undefined && resident.ratio <= FLAT,
  };
  if (interrupted.aborted) return { ...measured, lag: 0, interrupted: true };
  const lag = await hub.lag();
  const held = { first: began.held, last: await heldBy(hub, seconds) };
  const { first, last } = held;
  options.say(`${load.name}: ${number(measured.records)} records, held after a collection ${megabytes(first)}, then ${megabytes(last)}`);
  const caughtUpIn = await catchUp(hub, options);
  if (caughtUpIn === undefined) return { ...measured, lag, interrupted: true };
  const floor = await load.floor(Math.min(20, Math.max(0.5, seconds / 10)));
  return { ...measured, flat: measured.flat && last <= first * FLAT, lag, caughtUpIn, held, floor, interrupted: false };
};

/**
 * Fills the hub's memory by batches, puts one load on it, waits until its tables have caught up, and measures the floor beside it.
 * @param batches publishes records over HTTP as fast as the hub takes them
 */
export const runLoad = async (hub: HubUnderLoad, load: Load, batches: Load['publish'], options: RunOptions): Promise<LoadMeasure> => {
  const letGo = await load.prepare?.();
  try {
    return await runPrepared(hub, load, batches, options);
  } finally {
    await letGo?.();
  }
};
