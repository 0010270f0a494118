import type { Pool } from 'pg';
import type { AlertNotice } from '../channel';
import { Listening } from '../listening';
import { ALERT_EVENTS } from './events-channel';

/** One event of the stream. */
export interface AlertEvent {
  readonly number: number;
  readonly partnership: string;
  readonly notice: AlertNotice;
}

/** Whose events are wanted: one agency's, or every agency's of these partnerships. */
export interface FeedFilter {
  readonly partnerships: readonly string[];
  readonly agency?: string;
}

const MOST = 200;
/** Milliseconds after which the table is looked at though nothing was heard: a broken connection delays, and loses nothing. */
const LOOK = 1_000;

/** The stream of events as its readers follow it: from a number on, in order, each once. */
export class AlertFeed {
  private readonly waiting = new Set<(agency: string) => void>();
  private readonly listening: Listening;

  constructor(private readonly pool: Pool) {
    this.listening = new Listening(pool, ALERT_EVENTS, (agency) => {
      for (const wake of [...this.waiting]) wake(agency);
    });
  }

  /** The newest event's number: whoever begins there gets what comes from now on. */
  async latest(): Promise<number> {
    const { rows } = await this.pool.query<{ number: bigint | string }>('SELECT number FROM hub.alert_events_reached');
    return Number(rows[0]?.number ?? 0);
  }

  /** Events after a number, in groups, until the signal; it ends then, and fails where the table cannot be read. */
  async *after(number: number, filter: FeedFilter, signal: AbortSignal): AsyncGenerator<readonly AlertEvent[]> {
    this.listening.start();
    let reached = number;
    while (!signal.aborted) {
      const next = this.next(filter.agency, signal);
      const found = await this.read(reached, filter);
      const last = found.at(-1);
      if (last === undefined) {
        await next;
        continue;
      }
      reached = last.number;
      yield found;
    }
  }

  async close(): Promise<void> {
    await this.listening.stop();
  }

  private async read(after: number, { agency, partnerships }: FeedFilter): Promise<readonly AlertEvent[]> {
    const { rows } = await this.pool.query<{ number: bigint | string; partnership: string; notice: string }>(
      `SELECT number, partnership, notice FROM hub.alert_events
        WHERE number > $1 AND partnership = ANY($2::text[]) AND ($3::text IS NULL OR agency = $3) ORDER BY number LIMIT ${MOST}`,
      [after, partnerships, agency ?? null],
    );
    return rows.map((row) => ({ number: Number(row.number), partnership: row.partnership, notice: JSON.parse(row.notice) as AlertNotice }));
  }

  /** Settles when there may be something new. It is asked for before the table is read, so that nothing comes between. */
  private next(agency: string | undefined, signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const done = (): void => {
        clearTimeout(timer);
        this.waiting.delete(wake);
        signal.removeEventListener('abort', done);
        resolve();
      };
      const wake = (told: string): void => {
        if (agency === undefined || told === '' || told === agency) done();
      };
      const timer = setTimeout(done, LOOK);
      this.waiting.add(wake);
      signal.addEventListener('abort', done);
    });
  }
}
