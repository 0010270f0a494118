import type { Instant, RefToken } from '@throughline/kernel';
import type { RiskLevel } from '@throughline/records';
import type { CaseFile } from '../case-file/case-file';
import { incidentsByYear } from '../terms/incidents';
import { type Involvement, involvedAgencies } from '../terms/involvement';
import { leadAgency } from '../terms/lead-agency';
import { riskLevel } from '../terms/risk-level';
import { discrepanciesIn, type Discrepancy } from './discrepancies';
import { detailsByAgency, detailsHeld, type HeldDetails, knownAs } from './held-details';
import { type MaracHistory, maracHistory } from './marac-history';
import { type KnownOrder, ordersOf } from './orders';
import { type StandingFlag, standingFlags } from './standing-flags';
import { type KnownRelationship, relationshipsOf } from './stated-relationships';

/** All that the hub tells of a person on one page, from their case file at a cut. References are numbers here. */
export interface PersonPage {
  readonly person: RefToken;
  readonly refs: readonly RefToken[];
  readonly at: Instant;
  readonly name: string | null;
  readonly dateOfBirth: string | null;
  readonly details: readonly HeldDetails[];
  readonly discrepancies: readonly Discrepancy[];
  readonly relationships: readonly KnownRelationship[];
  readonly riskLevel: RiskLevel | null;
  readonly flags: readonly StandingFlag[];
  readonly leadAgency: string | null;
  readonly involvedAgencies: readonly Involvement[];
  readonly protectionOrders: readonly KnownOrder[];
  readonly marac: MaracHistory;
  readonly incidentsByYear: Readonly<Record<string, number>>;
}

export const personPage = (file: CaseFile): PersonPage => {
  const { person, at, settings } = file;
  const details = detailsByAgency(person);
  return {
    person: person.person,
    refs: person.refs,
    at,
    ...knownAs(detailsHeld(person)),
    details,
    discrepancies: discrepanciesIn(details),
    relationships: relationshipsOf(file),
    riskLevel: riskLevel(person, at, settings.thresholds.currentMonths) ?? null,
    flags: standingFlags(person, at),
    leadAgency: leadAgency(file, [person]) ?? null,
    involvedAgencies: involvedAgencies(file),
    protectionOrders: ordersOf(person, at),
    marac: maracHistory(person),
    incidentsByYear: incidentsByYear(person, at),
  };
};
