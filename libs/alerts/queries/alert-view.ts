import { formatInstant, type Instant } from '@throughline/kernel';
import type { RecordKey } from '@throughline/records';
import type { Alert, AlertClass, AlertStatus } from '@throughline/safeguards';
import type { KeptAlert } from './alerts-in-tables';

/** What a partnership wrote for those who get an alert: its procedure, by a link, in its own words, or both. */
export interface AlertPathway {
  readonly title: string;
  readonly link: string | null;
  readonly text: string | null;
  readonly resources: readonly { readonly title: string; readonly link: string }[];
}

/** An alert as it is shown (contract.md, section 4). Instants are RFC 3339. */
export interface AlertView {
  readonly id: string;
  readonly partnership: string;
  readonly safeguard: string;
  readonly version: number;
  readonly class: AlertClass;
  readonly to: { readonly agency: string; readonly service: string | null };
  /** The id of the person that it is about, as they are known now. */
  readonly person: string;
  readonly raisedAt: string;
  readonly dueAt: string | null;
  readonly status: AlertStatus;
  readonly reason: string;
  readonly evidence: readonly RecordKey[];
  /** What would answer it, in plain words. */
  readonly answeredBy: string;
  /** The words of the review that the safeguard comes from. */
  readonly source: string;
  /** The partnership's own procedure for it; null where it wrote none. */
  readonly pathway: AlertPathway | null;
  readonly escalatedFrom: string | null;
  readonly closedAt: string | null;
  readonly closedBy: RecordKey | null;
}

/** What a safeguard says of itself, by its id. */
export type SafeguardWords = ReadonlyMap<string, { readonly answeredBy: string; readonly source: string }>;

const instant = (value: Instant | undefined): string | null => (value === undefined ? null : formatInstant(value));

const key = ({ source, id }: RecordKey): RecordKey => ({ source, id });

export const alertView = (
  { alert, partnership }: KeptAlert,
  person: string,
  words: SafeguardWords,
  pathway: AlertPathway | null,
): AlertView => ({
  id: alert.id,
  partnership,
  safeguard: alert.safeguard,
  version: alert.version,
  class: alert.class,
  to: { agency: alert.agency, service: alert.service ?? null },
  person,
  raisedAt: formatInstant(alert.raisedAt),
  dueAt: instant(alert.dueAt),
  status: alert.status,
  reason: alert.reason,
  evidence: alert.evidence.map(key),
  answeredBy: words.get(alert.safeguard)?.answeredBy ?? '',
  source: words.get(alert.safeguard)?.source ?? '',
  pathway,
  escalatedFrom: alert.escalatedFrom ?? null,
  closedAt: instant(alert.closedAt),
  closedBy: alert.closedBy === undefined ? null : key(alert.closedBy),
});

/**
 * An alert as it stood at an instant: what happened to it later has not happened yet.
 *
 * @param escalated whether it had gone on to somebody else by then
 */
export const asItStood = (alert: Alert, at: Instant, escalated: boolean): Alert => {
  const { closedAt, closedBy: _by, ...open } = alert;
  if (closedAt !== undefined && closedAt <= at) return alert;
  const acknowledged = alert.acknowledgedAt !== undefined && alert.acknowledgedAt <= at;
  return { ...open, status: escalated ? 'escalated' : acknowledged ? 'acknowledged' : 'open' };
};
