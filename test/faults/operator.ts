import { setTimeout as pause } from 'node:timers/promises';
import type { Target } from './publishers';

interface PartitionLag {
  readonly partition: number;
  readonly lag: number;
  readonly end: string;
  readonly stopped?: string;
}

/** Whoever runs the hub, over the hub's own surface. */
export class Operator {
  private token: string | undefined;

  constructor(private readonly target: Target) {}

  async ask<Answer>(path: string, body?: unknown): Promise<Answer> {
    this.token ??= await this.target.token('operator');
    const response = await fetch(`${this.target.origin}/v1/operate/${path}`, {
      ...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }),
      headers: { authorization: `Bearer ${this.token}`, 'content-type': 'application/json' },
    });
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
    return (await response.json()) as Answer;
  }

  async lag(): Promise<readonly PartitionLag[]> {
    return (await this.ask<{ items: readonly PartitionLag[] }>('lag')).items;
  }

  /** Waits until everything was read, what was derived from it included. */
  async settled(outboxIsEmpty: () => Promise<boolean>, patience = 120_000): Promise<void> {
    let before = '';
    const until = Date.now() + patience;
    for (;;) {
      const lag = await this.lag();
      const now = JSON.stringify(lag);
      const read = lag.every((partition) => partition.lag === 0);
      if (read && now === before && (await outboxIsEmpty())) return;
      before = read ? now : '';
      if (Date.now() > until) throw new Error(`the log was not read to its end: ${now}`);
      await pause(150);
    }
  }

  /** Builds the tables anew and waits until they are the live ones. */
  async rebuild(patience = 120_000): Promise<void> {
    await this.ask('rebuild', {});
    const until = Date.now() + patience;
    for (;;) {
      const { state } = await this.ask<{ state: string }>('rebuild');
      if (state === 'done') return;
      if (state === 'failed' || Date.now() > until) throw new Error(`the rebuild is ${state}`);
      await pause(100);
    }
  }
}
