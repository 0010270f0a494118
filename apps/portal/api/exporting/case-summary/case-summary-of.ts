import type { Opened, Visit } from '@throughline/access';
import { londonDay, personId, type RefToken } from '@throughline/kernel';
import { agencyKind, type Entry, peopleOf } from '@throughline/projections';
import { caseSummaryFacts, detailsHeld, type FollowedAction, type FollowedHearing, knownAs } from '@throughline/projections/queries';
import { type PlanAction, recordTypeOf, SEALED } from '@throughline/records';
import { OtherPeople } from './other-people';
import { ownTexts } from './own-texts';
import { recordedBy } from './recorded-by';
import { type CaseSummary, type IncidentReport, type MaracActionShown, WITHHELD } from './summary';

interface Addressed {
  readonly recipient: string;
  /** RFC 3339. */
  readonly madeAt: string;
  readonly upTo: string;
}

const fieldOf = (data: object, name: string): unknown => Reflect.get(data, name);

const textOf = (data: object, name: string): string | null => {
  const value = fieldOf(data, name);
  return typeof value === 'string' && value !== SEALED ? value : null;
};

/** A case as its recipient may read it. What it rests on MUST have been disclosed before. */
export const caseSummaryOf = async (visit: Visit, opened: Opened, addressed: Addressed): Promise<CaseSummary> => {
  const file = opened.files.caseOf(visit.person);
  const facts = caseSummaryFacts(file);
  const others = new OtherPeople(visit, opened, facts);
  const written = [...facts.hearings.map(({ hearing }) => hearing), ...facts.conclusions] as readonly Entry[];
  const texts = await ownTexts(visit, opened, others, written);
  const by = (code: string): string => recordedBy(file.settings, code);
  const isAgency = (code: string): boolean => agencyKind(file.settings, code) !== undefined;
  const posedBy = (entry: Entry): readonly string[] => [
    ...new Set(peopleOf(entry, 'person-posing-risk').map((ref) => others.posingRisk(ref))),
  ];
  const plain = (text: string | null): string | null => (text === null ? null : texts.plain(text));

  const report = (entry: Entry): IncidentReport => ({
    agency: by(entry.agency),
    incidentNumber: textOf(entry.data, 'incidentNumber'),
    nature: (fieldOf(entry.data, 'nature') ?? []) as readonly string[],
    summary: recordTypeOf(entry.type)?.summary(entry) ?? entry.type,
    posedBy: posedBy(entry),
  });

  const action = (shown: PlanAction | undefined, { action: { who, by: due, aimedAt }, completion }: FollowedAction): MaracActionShown => ({
    what: aimedAt === 'child' || shown === undefined ? null : plain(textOf(shown, 'what')),
    who: who !== undefined && isAgency(who) ? by(who) : null,
    by: due ?? null,
    doneOn: completion === undefined ? null : londonDay(completion.time),
  });

  const hearing = ({ hearing: entry, actions }: FollowedHearing) => {
    const shown = (texts.data(entry)['actions'] ?? []) as readonly PlanAction[];
    return { on: entry.data.meetingOn, level: entry.data.level, actions: actions.map((each, at) => action(shown[at], each)) };
  };

  return {
    partnership: visit.cut.partnership,
    person: personId(visit.person),
    ...knownAs(detailsHeld(file.person)),
    ...addressed,
    risk: {
      level: facts.level,
      assessments: facts.assessments.map(({ time, agency, data: { tool, level, ticks, outOf } }) => ({
        ...{ on: londonDay(time), agency: by(agency), tool, level },
        ...{ ticks: ticks ?? null, outOf: outOf ?? null },
      })),
    },
    incidents: facts.incidents.map(({ day, records }) => ({ on: day, reports: records.map(report) })),
    marac: {
      timesHeard: facts.marac.timesHeard,
      timesHeardElsewhere: facts.marac.transfers
        .filter(({ direction }) => direction === 'received')
        .reduce((sum, { timesHeard }) => sum + timesHeard, 0),
      hearings: facts.hearings.map(hearing),
    },
    orders: facts.orders.map(({ order, status, startsOn, expiresOn, inForce, agency, against }) => ({
      ...{ order, status, startsOn, expiresOn, inForce, agency: by(agency) },
      against: others.posingRisk(against),
    })),
    breaches: facts.breaches.map((entry) => ({
      ...{ on: entry.data.breachedOn, agency: by(entry.agency), order: entry.data.order },
      posedBy: posedBy(entry as Entry),
    })),
    outcomes: facts.outcomes.map((entry) => ({
      ...{ on: londonDay(entry.time), agency: by(entry.agency) },
      ...{ incidentNumber: entry.data.incidentNumber, outcome: entry.data.outcome, posedBy: posedBy(entry as Entry) },
    })),
    conclusions: facts.conclusions.map((entry) => ({
      ...{ on: londonDay(entry.time), agency: by(entry.agency) },
      outcome: plain(textOf(texts.data(entry as Entry), 'outcome')),
    })),
    withheld: WITHHELD,
  };
};

/** Whose records a summary rests on that name nobody but them: they are disclosed with it. */
export const othersIn = (
  entries: readonly Entry[],
  own: readonly RefToken[],
): readonly { person: RefToken; positions: readonly number[] }[] => {
  const positions = new Map<RefToken, number[]>();
  for (const entry of entries) {
    if (entry.data.people.some(({ ref }) => own.includes(ref as RefToken))) continue;
    const subject = entry.subject as RefToken;
    positions.set(subject, [...(positions.get(subject) ?? []), entry.position]);
  }
  return [...positions].map(([person, some]) => ({ person, positions: some }));
};
