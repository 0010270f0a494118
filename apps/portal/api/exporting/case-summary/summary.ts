import type { KnownOrder } from '@throughline/projections/queries';
import type { RiskLevel } from '@throughline/records';

/** What was left out of an export, and by which law. */
export interface Withheld {
  readonly what: string;
  readonly code: string;
}

/** What one agency reported of an incident. */
export interface IncidentReport {
  /** The name of the agency that recorded it, or what it is where its name would tell a place. */
  readonly agency: string;
  readonly incidentNumber: string | null;
  readonly nature: readonly string[];
  /** One plain phrase, without names. */
  readonly summary: string;
  /** Who is said to have posed the risk, each by that role. */
  readonly posedBy: readonly string[];
}

/** An action that a MARAC meeting agreed. */
export interface MaracActionShown {
  /** Null where it is about somebody else. */
  readonly what: string | null;
  /** The agency that is to do it; null for a worker, whose name is withheld, and where nobody was named. */
  readonly who: string | null;
  readonly by: string | null;
  readonly doneOn: string | null;
}

/** A victim's case for the prosecutor. Days are `YYYY-MM-DD` in London; other people are named by their roles alone. */
export interface CaseSummary {
  readonly partnership: string;
  /** The person's id. */
  readonly person: string;
  readonly name: string | null;
  readonly dateOfBirth: string | null;
  /** The one to whom it is addressed. */
  readonly recipient: string;
  readonly madeAt: string;
  /** The position of the last record that it holds. */
  readonly upTo: string;
  readonly risk: {
    readonly level: RiskLevel | null;
    readonly assessments: readonly {
      readonly on: string;
      readonly agency: string;
      readonly tool: string;
      readonly level: RiskLevel;
      readonly ticks: number | null;
      readonly outOf: number | null;
    }[];
  };
  readonly incidents: readonly { readonly on: string; readonly reports: readonly IncidentReport[] }[];
  readonly marac: {
    readonly timesHeard: number;
    /** Hearings in other areas, of which transfers tell. */
    readonly timesHeardElsewhere: number;
    readonly hearings: readonly { readonly on: string; readonly level: RiskLevel; readonly actions: readonly MaracActionShown[] }[];
  };
  readonly orders: readonly (Pick<KnownOrder, 'order' | 'status' | 'startsOn' | 'expiresOn' | 'inForce' | 'agency'> & {
    readonly against: string;
  })[];
  readonly breaches: readonly {
    readonly on: string;
    readonly agency: string;
    readonly order: string;
    readonly posedBy: readonly string[];
  }[];
  /** How police ended their investigations, charges among them. */
  readonly outcomes: readonly {
    readonly on: string;
    readonly agency: string;
    readonly incidentNumber: string;
    readonly outcome: string;
    readonly posedBy: readonly string[];
  }[];
  /** How cases ended in court. */
  readonly conclusions: readonly { readonly on: string; readonly agency: string; readonly outcome: string | null }[];
  readonly withheld: readonly Withheld[];
}

/**
 * What every case summary leaves out. The lines are always the same: whether anything is held about somebody else is not told either.
 */
export const WITHHELD: readonly Withheld[] = [
  {
    what: 'Who other people are, and what is held about them: another victim is another adult, and whoever poses a risk is named by that role alone',
    code: 'Data Protection Act 2018, Schedule 2, paragraph 16',
  },
  { what: 'Every address and every place; a sealed location is shown to nobody', code: 'UK GDPR, Article 5(1)(c) and (f)' },
  {
    what: 'What agencies wrote in their own words, but for what MARAC agreed and how a case ended in court',
    code: 'UK GDPR, Article 5(1)(c)',
  },
];
