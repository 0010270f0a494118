import { LogTrimmed, OffsetMoved, type PartitionReader, type SubscribeOptions, type Subscription } from '../port';
import { joinGroup } from './ownership';
import type { InMemoryStorage } from './storage';

/** Reads one partition for as long as it is owned. */
class Ownership {
  private ended = false;
  private wake: () => void = () => undefined;
  readonly done: Promise<void>;

  constructor(
    private readonly storage: InMemoryStorage,
    private readonly reader: PartitionReader,
    private readonly partition: number,
    private readonly maxEntries: number,
    after: Promise<void>,
  ) {
    this.done = after.then(() => this.own());
  }

  end(): void {
    this.ended = true;
    this.wake();
  }

  private isEnded(): boolean {
    return this.ended;
  }

  private async own(): Promise<void> {
    const unlisten = this.storage.onChange(() => this.wake());
    while (!this.isEnded()) {
      const reason = await this.read().catch((error: unknown) => (error instanceof Error ? error : new Error(String(error))));
      if (reason !== undefined && !(reason instanceof OffsetMoved)) {
        this.reader.stopped(this.partition, reason);
        while (!this.isEnded()) await this.change();
      }
      this.reader.revoked(this.partition);
    }
    unlisten();
  }

  private async read(): Promise<Error | undefined> {
    let next = await this.reader.assigned(this.partition);
    while (!this.isEnded()) {
      const entries = this.storage.slice(this.partition, next, this.maxEntries);
      if (entries === undefined) return new LogTrimmed(`partition ${this.partition} has no entry at offset ${next}`);
      if (entries.length === 0) await this.change();
      else await this.reader.entries(this.partition, entries);
      next += BigInt(entries.length);
    }
    return undefined;
  }

  private change(): Promise<void> {
    return new Promise((resolve) => (this.wake = resolve));
  }
}

export const subscribeInMemory = (storage: InMemoryStorage, reader: PartitionReader, options: SubscribeOptions): Subscription => {
  const owned = new Map<number, Ownership>();
  const ending = new Map<number, Promise<void>>();
  const leave = joinGroup(storage, options.group, {
    owns: (partitions) => {
      for (const [partition, ownership] of owned) {
        if (partitions.has(partition)) continue;
        owned.delete(partition);
        ending.set(partition, ownership.done);
        ownership.end();
      }
      for (const partition of partitions) {
        if (owned.has(partition)) continue;
        const before = ending.get(partition) ?? Promise.resolve();
        owned.set(partition, new Ownership(storage, reader, partition, options.maxEntries, before));
      }
    },
  });
  return {
    stop: async () => {
      const all = [...owned.values()];
      owned.clear();
      for (const ownership of all) ownership.end();
      leave();
      await Promise.all([...all.map((ownership) => ownership.done), ...ending.values()]);
    },
  };
};
