import type { Instant } from '@throughline/kernel';
import { maracTransferReceived, maracTransferRequested, type RecordKey } from '@throughline/records';
import type { PersonFile } from '../case-file/person-file';
import { hearingsOf, maracMarkerUntil } from '../terms/marac';

/** A case that went to another area's MARAC, or came from one. */
export interface MaracTransfer {
  readonly direction: 'received' | 'requested';
  /** The other partnership; null where the request names none: an area without the hub stands in it as sealed text. */
  readonly partnership: string | null;
  readonly timesHeard: number;
  readonly at: Instant;
  /** Which record says so. */
  readonly record: RecordKey;
}

export interface MaracHistory {
  /** Meetings of this partnership that heard the case. */
  readonly timesHeard: number;
  readonly lastHeardOn: string | null;
  /** The last day of the marker, twelve months after the last hearing; it may have passed. */
  readonly markerUntil: string | null;
  readonly transfers: readonly MaracTransfer[];
}

export const maracHistory = (person: PersonFile): MaracHistory => {
  const meetings = [...new Set(hearingsOf(person).map(({ data }) => data.meetingOn))].sort();
  const received = person.of(maracTransferReceived).map(({ data, time, source, id }) => ({
    direction: 'received' as const,
    partnership: data.fromPartnership,
    timesHeard: data.timesHeard,
    at: time,
    record: { source, id },
  }));
  const requested = person.of(maracTransferRequested).map(({ data, time, source, id }) => ({
    direction: 'requested' as const,
    partnership: data.toPartnership ?? null,
    timesHeard: data.timesHeard,
    at: time,
    record: { source, id },
  }));
  return {
    timesHeard: meetings.length,
    lastHeardOn: meetings.at(-1) ?? null,
    markerUntil: maracMarkerUntil(person) ?? null,
    transfers: [...received, ...requested].sort((one, other) => one.at - other.at),
  };
};
