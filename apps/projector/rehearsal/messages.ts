import type { RefToken } from '@throughline/kernel';
import type { LogEntry } from '@throughline/log';
import type { Address, Person, RecordKey } from '@throughline/records';
import type { AlertClass, AlertStatus } from '@throughline/safeguards';

/** What the fold reads of a record's sealed parts, opened: people's details and a place, never a text. */
export interface OpenedParts {
  readonly people?: readonly Person[];
  readonly address?: Address;
  readonly replacement?: { readonly people?: readonly Person[] };
}

export interface RehearsedRecord {
  readonly entry: LogEntry;
  /** Absent: its seal is broken. */
  readonly opened?: OpenedParts;
  /** A database refused it, and why. */
  readonly refused?: string;
}

/** Code that was sent as a safeguard, compiled to CommonJS. */
export interface SentSafeguard {
  readonly name: string;
  readonly code: string;
}

/** An alert that a rehearsal raised: without its reason, for nothing leaves but what is listed here. Instants are milliseconds since 1970. */
export interface RehearsedAlert {
  readonly id: string;
  readonly partnership: string;
  readonly safeguard: string;
  readonly class: AlertClass;
  readonly agency: string;
  /** The earliest reference of whom it is about. */
  readonly person: RefToken;
  readonly trigger: RecordKey;
  readonly raisedAt: number;
  readonly status: AlertStatus;
  readonly closedAt?: number;
  readonly escalated?: true;
}

/** The rehearsal's process is told these, in order: `begin`, then for each partition `records…` and `finish`. */
export type ToRehearsal =
  /** @property until milliseconds since 1970: what takes effect later is left out */
  | { readonly kind: 'begin'; readonly sent?: SentSafeguard; readonly until?: number }
  | { readonly kind: 'records'; readonly records: readonly RehearsedRecord[] }
  /** @property now what is due by then fires, in partnerships whose clock runs */
  | { readonly kind: 'finish'; readonly now?: number };

/** Each message is answered by one. */
export type FromRehearsal =
  | { readonly kind: 'begun'; readonly safeguard?: string; readonly replaces?: true; readonly inForce: number }
  | { readonly kind: 'refused'; readonly detail: string; readonly line?: number; readonly column?: number; readonly imported?: string }
  | { readonly kind: 'taken' }
  /** What the safeguards in force raise, and what they raise with the sent one among them. */
  | { readonly kind: 'finished'; readonly inForce: readonly RehearsedAlert[]; readonly withSent?: readonly RehearsedAlert[] }
  /** The sent safeguard threw while it judged, or something else is wrong. */
  | { readonly kind: 'failed'; readonly detail: string; readonly line?: number; readonly column?: number };
