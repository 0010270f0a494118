import type { CurrentSettings } from '@throughline/projections';
import type { Logger } from 'pino';
import type { LiveTables } from './live-tables';
import type { RecentlyAcknowledged } from './recently-acknowledged';

export interface UpkeepParts {
  readonly settings: CurrentSettings;
  readonly recent: RecentlyAcknowledged;
  readonly tables: LiveTables;
  readonly logger: Logger;
}

const EVERY = 1_000;

/** Once a second: takes up new settings, and forgets what the projector has brought into the tables. */
export class Upkeep {
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> | undefined;
  private failing = false;

  constructor(private readonly parts: UpkeepParts) {}

  start(): void {
    this.run();
    this.timer = setInterval(() => this.run(), EVERY);
    this.timer.unref();
  }

  async stop(): Promise<void> {
    clearInterval(this.timer);
    await this.running;
  }

  private run(): void {
    this.running ??= this.once().finally(() => {
      this.running = undefined;
    });
  }

  /** What fails is tried again in a second; it is said once, and once when it has passed. */
  private async once(): Promise<void> {
    try {
      await this.parts.settings.refresh();
      await this.forgetProjected();
      if (this.failing) this.parts.logger.info('settings and positions are read again');
      this.failing = false;
    } catch (err) {
      if (!this.failing) this.parts.logger.warn({ err }, 'settings and positions cannot be read; those of before are kept');
      this.failing = true;
    }
  }

  private async forgetProjected(): Promise<void> {
    const { recent, tables } = this.parts;
    if (recent.size === 0) return;
    const rows = await tables.rows<{ partnership: string; last_position: bigint | string }>((schema) => ({
      text: `SELECT partnership, last_position FROM ${schema}.partnerships`,
    }));
    recent.projected(new Map(rows.map(({ partnership, last_position: position }) => [partnership, BigInt(position)])));
  }
}
