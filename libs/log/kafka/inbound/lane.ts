import { setTimeout as pause } from 'node:timers/promises';
import type { Batch, KafkaMessage } from 'kafkajs';
import { inboundMessage } from './message';
import type { InboundMessage } from './port';

const MOST_MESSAGES = 500;
const MOST_BYTES = 1024 * 1024;
const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 5_000;

/** What is done with the messages of one partition, and how its fetching is steered. */
export interface LaneParts {
  /** Settles when the messages, and what is told of them, are durable. */
  readonly handle: (messages: readonly InboundMessage[]) => Promise<void>;
  /** Nothing before this offset is to come again. */
  readonly commit: (offset: bigint) => Promise<void>;
  readonly pause: () => void;
  readonly resume: () => void;
  /** Undefined when it goes on after a fault. */
  readonly faltered: (reason: unknown) => void;
  /** The lane that this process had on the partition before, until it has settled. */
  readonly after: Promise<void>;
}

/**
 * One partition of an inbound topic, as long as this process owns it. It handles beside the consumer's own loop, into which nothing
 * is ever thrown; while it tries again only this partition waits. At most what one fetch brings is kept, and what one is handling.
 */
export class InboundLane {
  private readonly ending = new AbortController();
  private waiting: KafkaMessage[] = [];
  private next = -1n;
  private wakeUp: () => void = () => undefined;
  readonly done: Promise<void>;

  constructor(private readonly parts: LaneParts) {
    this.done = parts.after.then(() => this.run());
  }

  end(): void {
    this.ending.abort();
    this.wakeUp();
  }

  offer(batch: Batch, resolveOffset: (offset: string) => void): void {
    if (this.isEnded()) return;
    const fresh = batch.messages.filter(({ offset }) => BigInt(offset) >= this.next);
    const last = batch.messages.at(-1);
    if (last === undefined) return;
    resolveOffset(last.offset);
    if (fresh.length === 0) return;
    this.next = BigInt(last.offset) + 1n;
    this.waiting.push(...fresh);
    this.parts.pause();
    this.wakeUp();
  }

  private isEnded(): boolean {
    return this.ending.signal.aborted;
  }

  private async run(): Promise<void> {
    this.parts.resume();
    while (!this.isEnded()) {
      const taken = this.take();
      const last = taken.at(-1);
      if (last === undefined) {
        await new Promise<void>((resolve) => (this.wakeUp = resolve));
        continue;
      }
      if (this.waiting.length === 0) this.parts.resume();
      await this.untilDone(() => this.parts.handle(taken.map(inboundMessage)));
      if (!this.isEnded()) await this.untilDone(() => this.parts.commit(BigInt(last.offset) + 1n));
    }
  }

  /** Tries until it is done, or until the partition is no longer owned: then its next owner gets the same messages. */
  private async untilDone(act: () => Promise<void>): Promise<void> {
    let rest = FIRST_PAUSE_MS;
    do {
      try {
        await act();
        if (rest > FIRST_PAUSE_MS) this.parts.faltered(undefined);
        return;
      } catch (reason) {
        this.parts.faltered(reason);
      }
      await pause(rest, undefined, { signal: this.ending.signal }).catch(() => undefined);
      rest = Math.min(rest * 2, LONGEST_PAUSE_MS);
    } while (!this.isEnded());
  }

  private take(): readonly KafkaMessage[] {
    let count = 0;
    let bytes = 0;
    for (const { value } of this.waiting) {
      bytes += value?.length ?? 0;
      if (count > 0 && (count === MOST_MESSAGES || bytes > MOST_BYTES)) break;
      count += 1;
    }
    return this.waiting.splice(0, count);
  }
}
