import type { AlertClass, AlertStatus } from '@throughline/safeguards';

/** The ways in which an agency is told. */
export const CHANNELS = ['inbox', 'events', 'mail', 'webhook', 'kafka', 'digest', 'trouble'] as const;
export type ChannelName = (typeof CHANNELS)[number];

/** What happened to an alert, as it is told: no person, no place, no reason. Who may know more fetches it through the door. */
export interface AlertNotice {
  readonly alert: string;
  readonly change: 'raised' | 'changed';
  /** Increases within a partnership: of two notices of one alert, the higher is the newer. */
  readonly number: number;
  readonly safeguard: string;
  readonly class: AlertClass;
  readonly to: { readonly agency: string; readonly service: string | null };
  readonly status: AlertStatus;
  /** Instants as RFC 3339. */
  readonly raisedAt: string;
  readonly dueAt: string | null;
  /** When it was handed over to be told: the same at every attempt. */
  readonly at: string;
  /** Alerts of one recipient that one record raised about one person have the same one. */
  readonly item: string;
}

/** How many alerts of a kind came together since the last digest. */
export interface DigestNotice {
  readonly kind: 'know' | 'tidy';
  /** The London day that it belongs to. */
  readonly day: string;
  readonly alerts: number;
}

/** That an agency is not reached, for people who can mend it. */
export interface TroubleNotice {
  /** `failing`: its webhook takes nothing, and is tried on. `disabled`: it is tried no more. `refused`: messages failed for good. */
  readonly kind: 'failing' | 'disabled' | 'refused';
  readonly agency: string;
  /** RFC 3339: since when. */
  readonly since: string;
  /** For whom the words are: somebody of the agency, or whoever runs the hub. */
  readonly reader: 'agency' | 'operator';
}

/** Where a message goes: the agency itself, one of its mail addresses, or its webhook. */
export interface Target {
  /** Its name in the tables of deliveries. */
  readonly name: string;
  readonly address: string;
  /** What a webhook's messages are signed with, the newest first. */
  readonly secrets?: readonly string[];
}

/** One message for one target of one channel. */
export interface Message<Notice = AlertNotice> {
  /** Follows from what is told: the same at every attempt, so that a receiver can tell a repetition. */
  readonly key: string;
  readonly partnership: string;
  readonly agency: string;
  readonly target: Target;
  /** Random, and the same at every attempt: by it a person on the telephone can name the message. */
  readonly reference: string;
  readonly notice: Notice;
}

/**
 * What became of an attempt. A fault is in safe words: no person, no secret, no address.
 * `later` asks for at least so many milliseconds until the next attempt; `disable` says that the target wants no more.
 */
export type Delivery =
  | { readonly result: 'delivered' }
  | { readonly result: 'retry'; readonly fault: string; readonly later?: number }
  | { readonly result: 'failed'; readonly fault: string; readonly disable?: true };

export const DELIVERED: Delivery = { result: 'delivered' };

/**
 * A way to be told.
 *
 * - `deliver` MUST answer `delivered` only where the receiver has taken the message for good.
 * - It MUST carry the message's key, so that the same message delivered twice can be told for one; what the channel itself keeps
 *   MUST hold it once.
 * - It MUST settle within 15 seconds and MUST NOT throw for a fault of the receiver or of the way there: that is `retry` where
 *   time may heal it, `failed` where it will not.
 * - It MUST tell nothing but the notice's own words: no name, no place, no kind of abuse.
 */
export interface Channel<Notice = AlertNotice> {
  readonly name: ChannelName;
  deliver(message: Message<Notice>): Promise<Delivery>;
  /** Messages of one partnership or several at once, in order, where that costs less than one by one: all are delivered, or it throws. */
  deliverTogether?(messages: readonly Message<Notice>[]): Promise<void>;
  close?(): Promise<void>;
}
