import { setTimeout as pause } from 'node:timers/promises';
import type { Pool } from 'pg';

const AGAIN = 1_000;

/** Hears what PostgreSQL notifies, on a connection of its own that is made anew when it breaks. What is said meanwhile is missed. */
export class Listening {
  private stopping = false;
  private running: Promise<void> | undefined;
  private ended: (() => void) | undefined;

  /** @param channel a name in lower case, as it stands in SQL */
  constructor(
    private readonly pool: Pool,
    private readonly channel: string,
    private readonly heard: (payload: string) => void,
  ) {}

  start(): void {
    this.running ??= this.run();
  }

  async stop(): Promise<void> {
    this.stopping = true;
    this.ended?.();
    await this.running;
  }

  private async run(): Promise<void> {
    while (!this.isStopping()) {
      await this.listen().catch(() => undefined);
      if (!this.isStopping()) await pause(AGAIN);
    }
  }

  /** Listens until the connection breaks or the end has come. */
  private async listen(): Promise<void> {
    const client = await this.pool.connect();
    const over = new Promise<void>((resolve) => {
      this.ended = resolve;
      client.once('error', () => resolve());
      client.once('end', () => resolve());
    });
    try {
      client.on('notification', ({ payload }) => this.heard(payload ?? ''));
      await client.query(`LISTEN ${this.channel}`);
      if (this.isStopping()) return;
      this.heard('');
      await over;
    } finally {
      // It still listens: nobody else may have it.
      client.release(true);
    }
  }

  private isStopping(): boolean {
    return this.stopping;
  }
}
