import type { AlertView, HubUnderTest } from './hub-under-test';
import { listOf, Persons } from './persons';
import type { AlertRow, AnyOf, Story, StoryRecord } from './story';

/** The runner judges by its own calendar, so that a fault of the hub's is not repeated here. */
const london = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Europe/London',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

export const londonDate = (instant: string): string => london.format(new Date(instant));

/** What a hub says about one story: its alerts, asked for once, and whom they are about. */
export class Told {
  readonly persons: Persons;
  private alertsOnce: Promise<readonly AlertView[]> | undefined;
  private readonly byId: ReadonlyMap<string, StoryRecord>;

  constructor(
    readonly story: Story,
    readonly hub: HubUnderTest,
  ) {
    this.persons = new Persons(hub);
    this.byId = new Map(story.records.map((record) => [record.id, record]));
  }

  record(id: string): StoryRecord {
    const record = this.byId.get(id);
    if (record === undefined) throw new Error(`the story ${this.story.name} has no record ${id}`);
    return record;
  }

  isRecord(id: string, key: { readonly source: string; readonly id: string } | null | undefined): boolean {
    return key?.id === id && key.source === this.record(id).source;
  }

  hasEvidence(alert: AlertView, id: string): boolean {
    return alert.evidence.some((key) => this.isRecord(id, key));
  }

  /** The London date of the story's last record. */
  lastDay(): string {
    return londonDate(this.story.records.reduce((last, { recordedtime }) => (recordedtime > last ? recordedtime : last), ''));
  }

  /** Every reference of the story. */
  refs(): readonly string[] {
    return [...new Set(this.story.records.flatMap(({ data }) => data.people.map(({ ref }) => ref)))];
  }

  /** Alerts of the row's safeguard, addressee and class, about the row's person or, where it names none, about anyone of the story. */
  async alertsOf(row: AlertRow): Promise<readonly AlertView[]> {
    this.alertsOnce ??= this.hub.alerts();
    const candidates = (await this.alertsOnce).filter(
      (alert) =>
        alert.safeguard === row.safeguard &&
        (row.to === undefined || alert.to.agency === row.to) &&
        (row.class === undefined || alert.class === row.class),
    );
    const about = await this.persons.idsOf(row.person ?? this.refs());
    const ids = await Promise.all(candidates.map((alert) => this.persons.idOf(alert.person)));
    return candidates.filter((_alert, index) => about.has(ids[index] ?? ''));
  }
}

export const isRaisedOn = (alert: AlertView, days: AnyOf | undefined): boolean =>
  days === undefined || listOf(days).includes(londonDate(alert.raisedAt));

/** An alert in a line of a failing test's message. */
export const inWords = (alert: AlertView): string =>
  `${alert.safeguard} to ${alert.to.agency} (${alert.class}, ${alert.status}) raised ${alert.raisedAt} for ${alert.evidence.map(({ id }) => id).join(', ')}` +
  (alert.closedBy ? `, closed by ${alert.closedBy.id}` : '');
