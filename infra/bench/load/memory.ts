import { median } from '../measure';

/** What was seen of the hub's memory at one moment of a load. */
export interface MemorySample {
  /** Milliseconds since the load began. */
  readonly at: number;
  /** Resident memory of the process, in bytes. */
  readonly resident: number;
}

/** How memory went over a load, after its warm-up. The first fifth is left out: a full collection has just given memory back. */
export interface MemoryCourse {
  /** Bytes, the median of the second fifth and that of the last. */
  readonly second: number;
  readonly last: number;
  /** Last by second. */
  readonly ratio: number;
}

/** The most that the last fifth may be of the second one. */
export const FLAT = 1.1;

const FIFTHS = 5;

/** Undefined where it was too short to say anything. */
export const courseOf = (samples: readonly MemorySample[], lasted: number): MemoryCourse | undefined => {
  const fifth = (number: number): readonly number[] =>
    samples.filter(({ at }) => Math.min(Math.floor((at * FIFTHS) / lasted), FIFTHS - 1) === number).map(({ resident }) => resident);
  const [second, last] = [fifth(1), fifth(FIFTHS - 1)];
  if (second.length === 0 || last.length === 0) return undefined;
  return { second: median(second), last: median(last), ratio: median(last) / median(second) };
};
