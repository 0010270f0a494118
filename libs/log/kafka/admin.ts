import { Fault } from '@throughline/kernel';
import type { Admin, Kafka } from 'kafkajs';
import { LogUnavailable, type PartitionBounds } from '../port';

const RETRY = { retries: 5, initialRetryTime: 100, maxRetryTime: 1_000 };

/** What is asked of the cluster beside reading and writing, on one connection that is made anew after a fault. */
export class Administration {
  private connecting: Promise<Admin> | undefined;

  constructor(private readonly kafka: Kafka) {}

  /** The bounds of every partition of a topic, by its number. */
  bounds(topic: string): Promise<ReadonlyMap<number, PartitionBounds>> {
    return this.ask(async (admin) => {
      const found = await admin.fetchTopicOffsets(topic);
      return new Map(found.map(({ partition, low, high }) => [partition, { begin: BigInt(low), end: BigInt(high) }]));
    });
  }

  /** Forgets a group that has done its work; the broker would do it later by itself. */
  async forgetGroup(group: string): Promise<void> {
    await this.ask((admin) => admin.deleteGroups([group])).catch(() => undefined);
  }

  async ask<T>(question: (admin: Admin) => Promise<T>): Promise<T> {
    this.connecting ??= this.connected();
    const mine = this.connecting;
    try {
      return await question(await mine);
    } catch (reason) {
      if (reason instanceof Fault) throw reason;
      if (this.connecting === mine) this.connecting = undefined;
      await mine.then((admin) => admin.disconnect()).catch(() => undefined);
      throw new LogUnavailable('the Kafka cluster did not answer', { cause: reason });
    }
  }

  async close(): Promise<void> {
    const mine = this.connecting;
    this.connecting = undefined;
    await mine?.then((admin) => admin.disconnect()).catch(() => undefined);
  }

  private async connected(): Promise<Admin> {
    const admin = this.kafka.admin({ retry: RETRY });
    await admin.connect();
    return admin;
  }
}
