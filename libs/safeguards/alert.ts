import type { RefToken } from '@throughline/kernel';
import type { RecordKey } from '@throughline/records';

/** How loudly an alert speaks (safeguards.md): pushed at once, listed by due time, in the daily digest, or on the data quality page. */
export type AlertClass = 'now' | 'act' | 'know' | 'tidy';

export type AlertStatus = 'open' | 'acknowledged' | 'escalated' | 'closed' | 'superseded';

/** What a safeguard raises: for one agency, about one person, with the records that show it. Instants are milliseconds since 1970. */
export interface Alert {
  /** Follows from safeguard, addressee, person, trigger and cause: the same in every replay. */
  readonly id: string;
  readonly safeguard: string;
  readonly version: number;
  readonly class: AlertClass;
  readonly agency: string;
  readonly service?: string;
  readonly about: RefToken;
  readonly trigger: RecordKey;
  readonly evidence: readonly RecordKey[];
  readonly reason: string;
  readonly raisedAt: number;
  readonly dueAt?: number;
  readonly status: AlertStatus;
  readonly escalatedFrom?: string;
  readonly acknowledgedAt?: number;
  readonly closedAt?: number;
  readonly closedBy?: RecordKey;
  /** The step of its ladder that is still to be met. */
  readonly step?: number;
}

export const isLive = (alert: Alert): boolean => alert.status !== 'closed' && alert.status !== 'superseded';

/** Something that will be raised or escalated at `due` unless it is answered before. */
export type Deadline = { readonly id: string; readonly due: number; readonly about: RefToken } & (
  { readonly kind: 'raise'; readonly alert: Alert } | { readonly kind: 'escalate'; readonly alert: string; readonly step: number }
);

/** Where in the log something took effect: before or with the record at this position, in this order. */
export interface Moment {
  readonly position: number;
  readonly ordinal: number;
}

/** One thing that the engine decided. In the order of `at` they rebuild every alert, deadline and person. */
export type Outcome = { readonly at: Moment } & (
  | { readonly kind: 'raised'; readonly alert: Alert }
  | { readonly kind: 'changed'; readonly alert: Alert }
  | { readonly kind: 'scheduled'; readonly deadline: Deadline }
  | { readonly kind: 'cancelled'; readonly deadline: string; readonly about: RefToken }
  | { readonly kind: 'placed'; readonly ref: RefToken; readonly person: RefToken; readonly seen: number; readonly index: number }
);
