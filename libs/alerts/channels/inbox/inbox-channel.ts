import type { Pool } from 'pg';
import { type Channel, DELIVERED, type Delivery, type Message } from '../channel';

/** The portal's inbox: every alert once, as it last was. */
export class InboxChannel implements Channel {
  readonly name = 'inbox';

  constructor(private readonly pool: Pool) {}

  async deliver(message: Message): Promise<Delivery> {
    try {
      await this.deliverTogether([message]);
    } catch {
      return { result: 'retry', fault: 'the inbox could not be written' };
    }
    return DELIVERED;
  }

  async deliverTogether(messages: readonly Message[]): Promise<void> {
    // Of one alert the newest notice alone: one statement may not touch a row twice.
    const newest = new Map<string, Message>();
    for (const message of messages) {
      const key = JSON.stringify([message.partnership, message.agency, message.notice.alert]);
      if ((newest.get(key)?.notice.number ?? -1) < message.notice.number) newest.set(key, message);
    }
    const rows = [...newest.values()];
    await this.pool.query(
      `INSERT INTO hub.inbox (partnership, agency, alert, item, class, status, change)
       SELECT * FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::bigint[])
       ON CONFLICT (partnership, agency, alert) DO UPDATE SET status = excluded.status, change = excluded.change WHERE inbox.change < excluded.change`,
      [
        rows.map(({ partnership }) => partnership),
        rows.map(({ agency }) => agency),
        rows.map(({ notice }) => notice.alert),
        rows.map(({ notice }) => notice.item),
        rows.map(({ notice }) => notice.class),
        rows.map(({ notice }) => notice.status),
        rows.map(({ notice }) => notice.number),
      ],
    );
  }
}
