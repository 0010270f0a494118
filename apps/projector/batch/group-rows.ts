import type { RefToken } from '@throughline/kernel';
import type { RecordKey } from '@throughline/records';
import type { Alert, Deadline, Outcome, PartnershipState, Trace } from '@throughline/safeguards';
import { isReadable, type StoredRecord, type UnreadableRecord } from './stored-record';

export interface RecordRow {
  readonly record: StoredRecord | UnreadableRecord;
  readonly index: number;
  readonly logTime: number;
}

export interface SetAsideRow {
  readonly position: number;
  /** Absent for a conflict: a second record of one key has no leaf. */
  readonly index?: number;
  readonly reason: string;
  readonly key?: RecordKey;
}

/** A reference belongs to a person from one record on, and until another. */
export interface Membership {
  readonly ref: RefToken;
  readonly person: RefToken;
  readonly seen: number;
  readonly since: number;
  readonly until?: number;
  /** It was stored by an earlier batch as somebody else, which ends now. */
  readonly moved: boolean;
}

/** What one partnership's part of a batch changes in the tables: netted, so that nothing is written that the batch itself undid. */
export class GroupRows {
  readonly records: RecordRow[] = [];
  readonly links: { readonly ref: RefToken; readonly index: number }[] = [];
  readonly setAsides: SetAsideRow[] = [];
  readonly redrives: { readonly position: number; readonly index: number; readonly logTime: number }[] = [];
  readonly placed: Extract<Outcome, { kind: 'placed' }>[] = [];
  readonly alerts = new Map<string, Alert>();
  readonly deadlines = new Map<string, Deadline>();
  readonly cancelled = new Set<string>();
  /** Requests to pass a case on to another partnership, by their numbers. */
  readonly transfers: { readonly index: number; readonly to: string }[] = [];
  /** Up to where an earlier engine judged, where this batch says that it was changed. */
  engineChanged: number | undefined;
  traces: readonly Trace[] = [];
  /** What has to go on the log. */
  derived: readonly Outcome[] = [];

  /** Records below this number were stored by earlier batches. */
  readonly firstIndex: number;

  constructor(readonly state: PartnershipState) {
    this.firstIndex = state.nextIndex;
  }

  /** Where each reference belongs, from which record on: what lasted for no record at all is left out. */
  memberships(): readonly Membership[] {
    const byRef = new Map<RefToken, Membership[]>();
    for (const { ref, person, seen, index } of this.placed) {
      const spans = byRef.get(ref) ?? [];
      byRef.set(ref, spans);
      const last = spans.at(-1);
      if (last?.since === index) spans.pop();
      else if (last !== undefined) spans[spans.length - 1] = { ...last, until: index };
      spans.push({ ref, person, seen, since: index, moved: Math.floor(seen / 1000) < this.firstIndex });
    }
    return [...byRef.values()].flat();
  }

  stored(record: StoredRecord, index: number, logTime: number, refs: readonly RefToken[]): void {
    this.records.push({ record, index, logTime });
    this.state.nextIndex = index + 1;
    this.state.lastPosition = record.position;
    this.link(index, refs);
  }

  aside(record: StoredRecord | UnreadableRecord, reason: string, index: number): void {
    this.records.push({ record, index, logTime: this.state.logTime });
    this.state.nextIndex = index + 1;
    this.state.lastPosition = record.position;
    const key = 'envelope' in record ? { source: record.envelope.source, id: record.envelope.id } : undefined;
    this.setAsides.push({ position: record.position, index, reason, ...(key === undefined ? {} : { key }) });
  }

  /** A record that this very batch set aside, and that was not tried again yet. */
  asideAt(position: number): { readonly record: StoredRecord; readonly index: number } | undefined {
    if (this.redrives.some((redrive) => redrive.position === position)) return undefined;
    const aside = this.setAsides.find((each) => each.position === position);
    const row = this.records.find(({ index }) => index === aside?.index);
    return row !== undefined && isReadable(row.record) ? { record: row.record, index: row.index } : undefined;
  }

  conflict(record: StoredRecord): void {
    const { source, id } = record.envelope;
    this.state.lastPosition = record.position;
    this.setAsides.push({ position: record.position, reason: 'another record has the same source and id', key: { source, id } });
  }

  redriven(position: number, index: number, logTime: number, refs: readonly RefToken[]): void {
    this.redrives.push({ position, index, logTime });
    this.link(index, refs);
  }

  link(index: number, refs: readonly RefToken[]): void {
    for (const ref of new Set(refs)) this.links.push({ ref, index });
  }

  /** @param until what took effect up to this position was derived by an earlier engine, and is on the log */
  outcomes({ outcomes, traces }: { readonly outcomes: readonly Outcome[]; readonly traces: readonly Trace[] }, until = -1): void {
    this.derived = outcomes.filter((outcome) => outcome.at.position > until);
    this.traces = traces;
    for (const outcome of outcomes) {
      switch (outcome.kind) {
        case 'raised':
        case 'changed':
          this.alerts.set(outcome.alert.id, outcome.alert);
          break;
        case 'scheduled':
          this.deadlines.set(outcome.deadline.id, outcome.deadline);
          this.cancelled.delete(outcome.deadline.id);
          break;
        case 'cancelled':
          if (!this.deadlines.delete(outcome.deadline)) this.cancelled.add(outcome.deadline);
          break;
        case 'placed':
          this.placed.push(outcome);
      }
    }
  }
}
