import type { AlertView } from '../queries/alert-view';
import { itemKey } from './item';

/** One alert as a line of an inbox item. */
export interface InboxLine {
  readonly id: string;
  readonly class: AlertView['class'];
  readonly reason: string;
  readonly answeredBy: string;
  readonly dueAt: string | null;
  readonly overdue: boolean;
  readonly status: AlertView['status'];
  readonly raisedAt: string;
  readonly evidence: number;
}

/** What one record raised about one person: several safeguards may have noticed the same thing. */
export interface InboxItem {
  /** The person's id. */
  readonly person: string;
  /** Whether any of its lines is due and has not been answered. */
  readonly overdue: boolean;
  /** The earliest time by which something is due. */
  readonly dueAt: string | null;
  readonly lines: readonly InboxLine[];
}

const CLASSES: readonly AlertView['class'][] = ['now', 'act', 'know', 'tidy'];

const lineOf = (alert: AlertView, at: string): InboxLine => ({
  id: alert.id,
  class: alert.class,
  reason: alert.reason,
  answeredBy: alert.answeredBy,
  dueAt: alert.dueAt,
  overdue: alert.dueAt !== null && alert.dueAt < at,
  status: alert.status,
  raisedAt: alert.raisedAt,
  evidence: alert.evidence.length,
});

/** The record that raised an alert is the first of its evidence. */
const keyOf = ({ to, person, evidence }: AlertView): string => itemKey({ agency: to.agency, person, trigger: evidence[0] });

const earliest = (lines: readonly InboxLine[]): string | null => lines.flatMap(({ dueAt }) => dueAt ?? []).sort()[0] ?? null;

/** What is due soonest first, overdue before all; what has no time after it, the newest first. */
const bySoonest = (one: InboxItem, other: InboxItem): number => {
  if (one.dueAt !== other.dueAt) return one.dueAt === null ? 1 : other.dueAt === null ? -1 : one.dueAt < other.dueAt ? -1 : 1;
  const [newest, than] = [one.lines[0]?.raisedAt ?? '', other.lines[0]?.raisedAt ?? ''];
  return newest === than ? 0 : newest < than ? 1 : -1;
};

/**
 * An agency's alerts as its inbox shows them: one item for each record that raised some, by due time.
 * @param at T, an instant in RFC 3339: what was due before it is overdue
 */
export const inboxOf = (alerts: readonly AlertView[], at: string): readonly InboxItem[] => {
  const items = new Map<string, InboxLine[]>();
  const people = new Map<string, string>();
  for (const alert of alerts) {
    const key = keyOf(alert);
    people.set(key, alert.person);
    items.set(key, [...(items.get(key) ?? []), lineOf(alert, at)]);
  }
  return [...items]
    .map(([key, lines]) => ({
      person: people.get(key) ?? '',
      overdue: lines.some(({ overdue }) => overdue),
      dueAt: earliest(lines),
      lines: [...lines].sort((one, other) => CLASSES.indexOf(one.class) - CLASSES.indexOf(other.class)),
    }))
    .sort(bySoonest);
};
