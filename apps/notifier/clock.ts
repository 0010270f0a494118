import { formatInstant } from '@throughline/kernel';
import type { Log } from '@throughline/log';
import { HUB_SOURCE, hubTypes, writeEnvelope } from '@throughline/records';
import type { Sealer } from '@throughline/seal';
import type { Pool } from 'pg';

export interface ClockParts {
  readonly pool: Pool;
  readonly log: Log;
  readonly sealer: Sealer;
  readonly liveSchema: () => Promise<string>;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly failed: (reason: unknown) => void;
}

/** A deadline that fell due this long ago, and that no record has passed, needs a tick (contract.md, section 2). */
const GRACE = 5_000;
const EVERY = 1_000;

/**
 * Lets time pass where agencies are silent: for each partnership whose clock runs, a tick at the latest instant at which
 * something fell due. Its id follows from that instant, so that two clocks tick once.
 */
export class Clock {
  private timer: NodeJS.Timeout | undefined;
  private ticking: Promise<void> = Promise.resolve();

  constructor(private readonly parts: ClockParts) {}

  start(): void {
    this.timer = setInterval(() => {
      this.ticking = this.ticking.then(() => this.tick()).catch((reason: unknown) => this.parts.failed(reason));
    }, EVERY);
  }

  async stop(): Promise<void> {
    clearInterval(this.timer);
    await this.ticking;
  }

  async tick(): Promise<void> {
    const { pool, log, sealer, liveSchema, now } = this.parts;
    const schema = await liveSchema();
    const { rows } = await pool.query<{ partnership: string; due: bigint }>(
      `SELECT p.partnership, max(d.due) AS due FROM ${schema}.partnerships p
         JOIN ${schema}.deadlines d ON d.partnership = p.partnership AND d.due <= $1
        WHERE p.clock_started GROUP BY 1`,
      [now() - GRACE],
    );
    if (rows.length === 0) return;
    const records = rows.map(({ partnership, due }) => {
      const instant = formatInstant(Number(due));
      return {
        record: {
          partnership,
          source: HUB_SOURCE,
          id: `clock-ticked:${instant}`,
          type: hubTypes.clockTicked,
          time: instant,
          recordedtime: instant,
          data: {},
        },
      };
    });
    const envelopes = await sealer.sealAll(records);
    await log.append(envelopes.map((envelope) => ({ partnership: envelope.partnership, value: writeEnvelope(envelope) })));
  }
}
