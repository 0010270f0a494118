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

/**
 * What comes next: events; or that those which followed are not kept any more, and the reader must ask for the alerts anew. After that
 * it goes on behind the number.
 */
export type FeedStep = { readonly events: readonly AlertEvent[] } | { readonly resetTo: number };

interface Row {
  readonly reached: bigint | string;
  readonly trimmed: bigint | string;
  readonly number: bigint | string | null;
  readonly partnership: string;
  readonly notice: string;
}

const MOST = 200;
/** Milliseconds after which the table is looked at though nothing was heard: a broken connection delays, and loses nothing. */
const LOOK = 1_000;

/** The stream of events as its readers follow it: from a number on, in order, each once, and never with a gap that is not told. */
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

  /** What comes after a number, in groups, until the signal; it ends then, and fails where the table cannot be read. */
  async *after(number: number, filter: FeedFilter, signal: AbortSignal): AsyncGenerator<FeedStep> {
    this.listening.start();
    let reached = number;
    while (!signal.aborted) {
      const next = this.next(filter.agency, signal);
      const step = await this.read(reached, filter);
      if ('resetTo' in step) {
        reached = step.resetTo;
        yield step;
        continue;
      }
      const last = step.events.at(-1);
      if (last === undefined) {
        await next;
        continue;
      }
      reached = last.number;
      yield step;
    }
  }

  async close(): Promise<void> {
    await this.listening.stop();
  }

  /** One statement, so that nothing can be trimmed between asking what is kept and reading it. */
  private async read(after: number, { agency, partnerships }: FeedFilter): Promise<FeedStep> {
    const { rows } = await this.pool.query<Row>(
      `SELECT r.number AS reached, r.trimmed, e.number, e.partnership, e.notice FROM hub.alert_events_reached r
         LEFT JOIN LATERAL (SELECT number, partnership, notice FROM hub.alert_events
           WHERE number > $1 AND partnership = ANY($2::text[]) AND ($3::text IS NULL OR agency = $3) ORDER BY number LIMIT ${MOST}) e ON true
        ORDER BY e.number`,
      [after, partnerships, agency ?? null],
    );
    const [{ reached, trimmed } = { reached: 0, trimmed: 0 }] = rows;
    // A number that was never given is from before a restore: what it stood for is not known.
    if (after < Number(trimmed) || after > Number(reached)) return { resetTo: Number(reached) };
    return {
      events: rows.flatMap(({ number, partnership, notice }) =>
        number === null ? [] : [{ number: Number(number), partnership, notice: JSON.parse(notice) as AlertNotice }],
      ),
    };
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
