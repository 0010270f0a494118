import type { RefToken } from '@throughline/kernel';
import type { RecordKey } from '@throughline/records';
import type { Alert, Deadline, Moment, Outcome } from '../alert';
import type { PartnershipState } from './partnership-state';

/** A token under which a reference can be found, as it was left by a record. */
export interface Trace {
  readonly token: string;
  readonly ref: RefToken;
}

/** What the engine decides, done to the state and noted in order, so that the tables and the log tell the same. */
export class Decisions {
  private noted: Outcome[] = [];
  private left: Trace[] = [];
  private position = 0;
  private ordinal = 0;

  constructor(private readonly state: PartnershipState) {}

  /** From here on decisions take effect before or with the record at this position. */
  at(position: number): void {
    if (position === this.position) return;
    this.position = position;
    this.ordinal = 0;
  }

  /** What was decided since the last call. */
  take(): { readonly outcomes: readonly Outcome[]; readonly traces: readonly Trace[] } {
    const taken = { outcomes: this.noted, traces: this.left };
    this.noted = [];
    this.left = [];
    return taken;
  }

  raise(alert: Alert): void {
    this.state.holdAlert(alert);
    this.noted.push({ at: this.next(), kind: 'raised', alert });
  }

  /** An alert that goes on living with something changed: acknowledged, escalated, its next step. */
  change(alert: Alert): void {
    this.state.holdAlert(alert);
    this.noted.push({ at: this.next(), kind: 'changed', alert });
  }

  close(alert: Alert, by: RecordKey): void {
    this.end({ ...alert, status: 'closed', closedAt: this.state.logTime, closedBy: { source: by.source, id: by.id } });
  }

  supersede(alert: Alert, by: RecordKey): void {
    this.end({ ...alert, status: 'superseded', closedAt: this.state.logTime, closedBy: { source: by.source, id: by.id } });
  }

  schedule(deadline: Deadline): void {
    this.state.schedule(deadline);
    this.noted.push({ at: this.next(), kind: 'scheduled', deadline });
  }

  cancel(deadline: Deadline): void {
    this.state.cancel(deadline);
    this.noted.push({ at: this.next(), kind: 'cancelled', deadline: deadline.id, about: deadline.about });
  }

  place(ref: RefToken, person: RefToken, seen: number, index: number): void {
    this.noted.push({ at: this.next(), kind: 'placed', ref, person, seen, index });
  }

  /** Something that was decided long ago and is in effect again. */
  note(outcome: Outcome): void {
    this.noted.push(outcome);
  }

  traced(token: string, ref: RefToken): void {
    this.left.push({ token, ref });
  }

  private end(alert: Alert): void {
    const person = this.state.caseOf(alert.about);
    this.state.holdAlert(alert);
    this.noted.push({ at: this.next(), kind: 'changed', alert });
    for (const deadline of person.deadlines.values()) {
      if (deadline.kind === 'escalate' && deadline.alert === alert.id) this.cancel(deadline);
    }
  }

  private next(): Moment {
    this.ordinal += 1;
    return { position: this.position, ordinal: this.ordinal };
  }
}
