import { type Day, londonDay } from '@throughline/kernel';
import type { Entry } from '@throughline/projections';
import { is, maracActionCompleted, type Person, type PlanAction, type ProtectionOrderRecorded, type RiskLevel } from '@throughline/records';

/** Somebody in a case that is passed on, as they are held here. */
export interface KnownPerson {
  readonly role: Person['role'];
  /** The reference that the request gives, where it names them. */
  readonly ref: string;
  readonly name: string | null;
  readonly dateOfBirth: string | null;
}

export interface ActionWithState {
  readonly what: string;
  /** An agency's code, or a name. */
  readonly who: string | null;
  readonly by: Day | null;
  readonly state: 'done' | 'overdue' | 'open';
  /** The day on which it was done. */
  readonly doneOn: Day | null;
}

/** What another area's MARAC is told of a case. Agencies are codes, instants are RFC 3339. It holds no address at all. */
export interface TransferDocument {
  /** The partnership that passes the case on, by its name, and the agency that asked for it. */
  readonly from: string;
  readonly by: string;
  readonly to: string;
  readonly requestedAt: string;
  readonly preparedAt: string;
  readonly reason: string;
  readonly people: readonly KnownPerson[];
  /** Children of the household whom the request does not name. */
  readonly children: readonly KnownPerson[];
  /** Children whom its reader may not know of. */
  readonly childrenNotNamed: number;
  /** As the request says; `heardOn` are the meetings that the hub knows of. */
  readonly timesHeard: number;
  readonly heardOn: readonly Day[];
  readonly riskLevel: RiskLevel | null;
  readonly lastHeardOn: Day | null;
  readonly actions: readonly ActionWithState[];
  readonly agencies: readonly string[];
  readonly orders: readonly { readonly order: ProtectionOrderRecorded['order']; readonly expiresOn: Day | null; readonly agency: string }[];
}

/** The actions of a hearing and what became of them by a day. */
export const actionsWithState = (
  actions: readonly PlanAction[],
  completed: readonly Entry[],
  today: Day,
  words: (text: string) => string,
): readonly ActionWithState[] =>
  actions.map(({ id, what, who, by }) => {
    const done = completed.find((entry) => is(maracActionCompleted, entry) && entry.data.actionId === id);
    return {
      what: words(what),
      who: who === undefined ? null : words(who),
      by: by ?? null,
      state: done !== undefined ? 'done' : by !== undefined && by < today ? 'overdue' : 'open',
      doneOn: done === undefined ? null : londonDay(done.time),
    };
  });
