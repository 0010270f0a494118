import type { Batch, KafkaMessage } from 'kafkajs';
import { type LogEntry, POSITION_HEADER } from '../port';

/**
 * Beyond this many bytes waiting to be handled, fetching of the partition pauses; it goes on below the lower mark, which is a batch of
 * a thousand records or so. A process that is behind holds as much of every partition that it owns.
 */
const HIGH_BYTES = 2 * 1024 * 1024;
const LOW_BYTES = 1024 * 1024;

/** How the fetching of one partition is steered. Each may come when the consumer no longer runs, and then does nothing. */
export interface Steering {
  pause(): void;
  resume(): void;
  seek(offset: bigint): void;
}

/** What stood between the offset that was expected and the one that came. */
export type OnHole = (expected: bigint, found: bigint) => void;

/** What was fetched of one partition and not yet handled, in order and without a hole, whatever the consumer fetched. */
export class Fetched {
  private entries: LogEntry[] = [];
  private bytes = 0;
  private paused = true;
  private expected: bigint | undefined;
  private wakeUp: () => void = () => undefined;

  constructor(
    private readonly steering: Steering,
    private readonly positionsFrom: bigint,
    private readonly onHole: OnHole,
  ) {
    steering.pause();
  }

  /** The next offset that will be taken; undefined before `start`. */
  get next(): bigint | undefined {
    return this.expected;
  }

  get isEmpty(): boolean {
    return this.entries.length === 0;
  }

  /** Forgets what was fetched, and fetches from here on. */
  start(from: bigint): void {
    this.entries = [];
    this.bytes = 0;
    this.expected = from;
    this.steering.seek(from);
    this.resume();
  }

  /** Fetches nothing until `start`. */
  halt(): void {
    this.expected = undefined;
    this.paused = true;
    this.steering.pause();
  }

  /** Goes on after a hole that was explained, keeping what is there. */
  continueAt(offset: bigint): void {
    if (this.expected !== undefined) return;
    this.expected = offset;
    this.steering.seek(offset);
    this.resume();
  }

  /** After the group has formed anew, the consumer has forgotten where it stood. */
  rejoined(): void {
    if (this.expected !== undefined) this.steering.seek(this.expected);
    if (this.paused) this.steering.pause();
  }

  /** Takes what continues what is there. kafkajs may hand over a batch from elsewhere: before a seek, or after a reset of its own. */
  offer(batch: Batch, resolveOffset: (offset: string) => void): void {
    const expected = this.expected;
    if (expected === undefined) return;
    const messages = batch.messages.filter((message) => BigInt(message.offset) >= expected);
    const [first, last] = [messages[0], messages.at(-1)];
    if (first === undefined || last === undefined) {
      this.steering.seek(expected);
      return;
    }
    const found = BigInt(first.offset);
    if (found > expected) {
      this.halt();
      this.onHole(expected, found);
      return;
    }
    for (const message of messages) this.push(this.decoded(message));
    this.expected = BigInt(last.offset) + 1n;
    resolveOffset(last.offset);
    if (this.bytes > HIGH_BYTES && !this.paused) {
      this.paused = true;
      this.steering.pause();
    }
    this.wakeUp();
  }

  take(max: number): readonly LogEntry[] {
    const taken = this.entries.slice(0, max);
    this.entries = this.entries.slice(taken.length);
    this.bytes -= taken.reduce((sum, entry) => sum + entry.value.length, 0);
    if (this.paused && this.expected !== undefined && this.bytes < LOW_BYTES) this.resume();
    return taken;
  }

  /** Settles when something may have changed. */
  change(): Promise<void> {
    return new Promise((resolve) => (this.wakeUp = resolve));
  }

  wake(): void {
    this.wakeUp();
  }

  private resume(): void {
    this.paused = false;
    this.steering.resume();
  }

  private push(entry: LogEntry): void {
    this.entries.push(entry);
    this.bytes += entry.value.length;
  }

  private decoded(message: KafkaMessage): LogEntry {
    const header = message.headers?.[POSITION_HEADER];
    const offset = BigInt(message.offset);
    return {
      partnership: message.key?.toString('utf8') ?? '',
      value: message.value ?? Buffer.alloc(0),
      offset,
      position: header === undefined ? offset + this.positionsFrom : BigInt(header.toString()),
    };
  }
}
