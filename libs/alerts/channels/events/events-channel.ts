import type { Pool } from 'pg';
import { type AlertNotice, type Channel, DELIVERED, type Delivery, type Message } from '../channel';

/** Where PostgreSQL says that there are new events; the payload is the agency. */
export const ALERT_EVENTS = 'throughline_alert_events';

/** The notice's own words, and nothing that might stand beside them. */
const written = ({ alert, change, number, safeguard, class: kind, to, status, raisedAt, dueAt, at, item }: AlertNotice): string =>
  JSON.stringify({ alert, change, number, safeguard, class: kind, to, status, raisedAt, dueAt, at, item } satisfies AlertNotice);

/**
 * The stream that is read as server-sent events. Its numbers are given under one row's lock, which is held until the commit: who
 * has seen a number has seen, or will never see, every lower one (a sequence would give them out of the order of commits).
 */
export class EventsChannel implements Channel {
  readonly name = 'events';

  constructor(private readonly pool: Pool) {}

  async deliver(message: Message): Promise<Delivery> {
    try {
      await this.deliverTogether([message]);
    } catch {
      return { result: 'retry', fault: 'the stream of events could not be written' };
    }
    return DELIVERED;
  }

  async deliverTogether(messages: readonly Message[]): Promise<void> {
    await this.pool.query(
      `WITH given AS (
         UPDATE hub.alert_events_reached SET number = number + $1 RETURNING number - $1 AS before
       ), written AS (
         INSERT INTO hub.alert_events (number, key, partnership, agency, notice)
         SELECT given.before + w.place, w.key, w.partnership, w.agency, w.notice
           FROM given, unnest($2::text[], $3::text[], $4::text[], $5::text[]) WITH ORDINALITY AS w(key, partnership, agency, notice, place)
         ON CONFLICT (agency, key) DO NOTHING RETURNING agency
       )
       SELECT pg_notify('${ALERT_EVENTS}', agency) FROM (SELECT DISTINCT agency FROM written) AS told`,
      [
        messages.length,
        messages.map(({ key }) => key),
        messages.map(({ partnership }) => partnership),
        messages.map(({ agency }) => agency),
        messages.map(({ notice }) => written(notice)),
      ],
    );
  }
}
