import type { RefToken } from '@throughline/kernel';
import {
  courtCaseConcluded,
  investigationOutcomeRecorded,
  maracActionCompleted,
  maracTransferReceived,
  orderBreached,
  type PlanAction,
  policeIncidentRecorded,
  protectionOrderRecorded,
  type RiskLevel,
} from '@throughline/records';
import type { CaseFile } from '../case-file/case-file';
import type { Entry } from '../case-file/entry';
import { type MaracHistory, maracHistory } from '../person/marac-history';
import { type KnownOrder, ordersOf } from '../person/orders';
import { household } from '../terms/household';
import { type Incident, incidentsOf } from '../terms/incidents';
import { isSubjectSide } from '../terms/involvement';
import { hearingsOf } from '../terms/marac';
import { inTheirMatters } from '../terms/matters';
import { personsPosingRiskTo } from '../terms/persons-posing-risk';
import { assessmentsOf, riskLevel } from '../terms/risk-level';

type Assessment = ReturnType<typeof assessmentsOf>[number];
type Hearing = ReturnType<typeof hearingsOf>[number];
type Outcome = Entry<(typeof investigationOutcomeRecorded)['Data']>;
type Breach = Entry<(typeof orderBreached)['Data']>;
type Conclusion = Entry<(typeof courtCaseConcluded)['Data']>;

/** An action that a MARAC meeting agreed, and the record that it was done; absent where nobody has said so. */
export interface FollowedAction {
  readonly action: PlanAction;
  readonly completion?: Entry<(typeof maracActionCompleted)['Data']>;
}

export interface FollowedHearing {
  readonly hearing: Hearing;
  readonly actions: readonly FollowedAction[];
}

/**
 * What a prosecutor has to know of a victim's case (review 000: "risk level, history of the case, and involvement in the MARAC
 * process"), each list in order of happening. References are numbers here and texts are sealed.
 */
export interface CaseSummaryFacts {
  readonly level: RiskLevel | null;
  readonly assessments: readonly Assessment[];
  readonly incidents: readonly Incident[];
  readonly hearings: readonly FollowedHearing[];
  readonly marac: MaracHistory;
  readonly orders: readonly KnownOrder[];
  readonly breaches: readonly Breach[];
  /** How police ended the investigation of an incident; those of other matters are left out. */
  readonly outcomes: readonly Outcome[];
  readonly conclusions: readonly Conclusion[];
  /** Who is named as posing them a risk, the first first, each with every reference. */
  readonly posingRisk: readonly { readonly person: RefToken; readonly refs: readonly RefToken[] }[];
}

const inOrder = (one: Entry, other: Entry): number => one.time - other.time || one.index - other.index;

/** Outcomes about this person, and those of their incidents that name only who is accused. */
const outcomesAbout = (file: CaseFile): readonly Outcome[] => {
  const { person } = file;
  const own = person.of(investigationOutcomeRecorded).filter((outcome) => isSubjectSide(person, outcome));
  const incidents = new Set(person.of(policeIncidentRecorded).map(({ data }) => data.incidentNumber));
  const accused = personsPosingRiskTo(file, person).flatMap((each) => each.person.of(investigationOutcomeRecorded));
  const others = accused.filter(
    (outcome) => incidents.has(outcome.data.incidentNumber) && outcome.data.people.every(({ role }) => role === 'person-posing-risk'),
  );
  return [...new Map([...own, ...others].map((outcome) => [outcome.index, outcome])).values()].sort(inOrder);
};

/** Actions of hearings that somebody has recorded as done, by anybody of the household. */
const completionsOf = (file: CaseFile) => inTheirMatters(file, household(file), maracActionCompleted);

const withProgress = (file: CaseFile): readonly FollowedHearing[] => {
  const done = new Map(completionsOf(file).map((completion) => [completion.data.actionId, completion]));
  return hearingsOf(file.person).map((hearing) => ({
    hearing,
    actions: hearing.data.actions.map((action) => {
      const completion = done.get(action.id);
      return completion === undefined ? { action } : { action, completion };
    }),
  }));
};

/** The case of a victim or a child, from the same case file as their page. */
export const caseSummaryFacts = (file: CaseFile): CaseSummaryFacts => {
  const { person, at, settings } = file;
  return {
    level: riskLevel(person, at, settings.thresholds.currentMonths) ?? null,
    assessments: assessmentsOf(person),
    incidents: incidentsOf(person),
    hearings: withProgress(file),
    marac: maracHistory(person),
    orders: ordersOf(person, at).filter(({ protects }) => protects.some((ref) => person.has(ref))),
    breaches: person.of(orderBreached).filter((breach) => isSubjectSide(person, breach)),
    outcomes: outcomesAbout(file),
    conclusions: person.of(courtCaseConcluded).filter((conclusion) => isSubjectSide(person, conclusion)),
    posingRisk: personsPosingRiskTo(file, person).map((each) => ({ person: each.person.person, refs: each.person.refs })),
  };
};

/** Every record of which a case summary tells. */
export const recordsTold = ({ person }: CaseFile, facts: CaseSummaryFacts): readonly Entry[] => [
  ...new Set([
    ...facts.assessments,
    ...facts.incidents.flatMap(({ records }) => records),
    ...facts.hearings.flatMap(({ hearing, actions }) => [hearing, ...actions.flatMap(({ completion }) => completion ?? [])]),
    ...person.of(maracTransferReceived),
    ...person.of(protectionOrderRecorded).filter(({ data }) => data.protects.some((ref) => person.has(ref))),
    ...facts.breaches,
    ...facts.outcomes,
    ...facts.conclusions,
  ] as readonly Entry[]),
];
