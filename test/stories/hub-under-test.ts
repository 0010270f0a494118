/** An alert as `GET /v1/alerts` shows it, as far as stories ask. */
export interface AlertView {
  readonly id: string;
  readonly safeguard: string;
  readonly class: 'now' | 'act' | 'know' | 'tidy';
  readonly to: { readonly agency: string };
  /** The id of the person that it is about; one that was joined into another since still resolves. */
  readonly person: string;
  /** RFC 3339. */
  readonly raisedAt: string;
  readonly status: 'open' | 'acknowledged' | 'escalated' | 'closed' | 'superseded';
  readonly evidence: readonly {
    readonly source: string;
    readonly id: string;
  }[];
  readonly closedBy?: { readonly source: string; readonly id: string } | null;
}

export interface ChronologyView {
  readonly asAt?: string;
  readonly knownTo?: string;
  readonly household?: boolean;
}

export interface ChronologyEntry {
  /** The record's id. */
  readonly id: string;
  readonly corrected: boolean;
  readonly retracted: boolean;
}

/** What stories ask of a hub that has imported them. People are named by any of their references, or by a person's id. */
export interface HubUnderTest {
  /** Every alert of every agency, whatever its status. */
  alerts(): Promise<readonly AlertView[]>;
  /** The whole chronology, oldest first. Rejects where there is no such person. */
  chronology(person: string, view: ChronologyView): Promise<readonly ChronologyEntry[]>;
  /** The person's page; its `id` tells whether two references are one person. Rejects where there is no such person. */
  summary(person: string, asAt?: string): Promise<unknown>;
}
