import { addMonths } from '@throughline/kernel';
import { riskAssessmentCompleted, type RiskLevel } from '@throughline/records';
import type { Entry } from '../case-file/entry';
import type { PersonFile } from '../case-file/person-file';

const order = ['standard', 'medium', 'high'] as const satisfies readonly RiskLevel[];

export const higher = (one: RiskLevel, other: RiskLevel): boolean => order.indexOf(one) > order.indexOf(other);

/** An assessment is about the victims whom it names; about its subject where it names none. */
const isAssessed = (person: PersonFile, { data: { people }, subject }: Entry<(typeof riskAssessmentCompleted)['Data']>): boolean => {
  const victims = people.filter((named) => named.role === 'victim');
  if (victims.length > 0) return victims.some((named) => person.has(named.ref));
  return people.some((named) => named.ref === subject && named.role !== 'person-posing-risk' && person.has(named.ref));
};

/** Every risk assessment of a person as victim, in order of happening. */
export const assessmentsOf = (person: PersonFile) => person.of(riskAssessmentCompleted).filter((entry) => isAssessed(person, entry));

/** Each agency's newest assessment of a person as victim, no older than the given months at `at`. */
export const currentAssessments = (person: PersonFile, at: number, months: number, before?: Entry) => {
  const since = addMonths(at, -months);
  const newest = new Map<string, Entry<(typeof riskAssessmentCompleted)['Data']>>();
  const all = person.of(riskAssessmentCompleted);
  // They stand in order of happening: what is too old comes before all that counts.
  for (const entry of all.slice(all.findLastIndex(({ time }) => time <= since) + 1)) {
    if (entry.time > at || entry === before) continue;
    if (before !== undefined && entry.index > before.index) continue;
    if (!isAssessed(person, entry)) continue;
    newest.set(entry.agency, entry);
  }
  return [...newest.values()];
};

/** The highest among each agency's newest assessment of the last twelve months (safeguards.md, Terms); undefined where there is none. */
export const riskLevel = (person: PersonFile, at: number, months: number, before?: Entry): RiskLevel | undefined =>
  currentAssessments(person, at, months, before).reduce<RiskLevel | undefined>(
    (level, entry) => (level === undefined || higher(entry.data.level, level) ? entry.data.level : level),
    undefined,
  );

/**
 * Since when the level has been high: the time of the assessment that last raised it there; undefined where it is not high.
 * One pass, however many assessments there are.
 */
export const highSince = (person: PersonFile, at: number, months: number): number | undefined => {
  if (riskLevel(person, at, months) !== 'high') return undefined;
  const newest = new Map<string, Entry<(typeof riskAssessmentCompleted)['Data']>>();
  let since: number | undefined;
  for (const entry of person.of(riskAssessmentCompleted)) {
    if (entry.time > at || !isAssessed(person, entry)) continue;
    const from = addMonths(entry.time, -months);
    const wasHigh = [...newest.values()].some((other) => other.time > from && other.data.level === 'high');
    if (entry.data.level === 'high' && !wasHigh) since = entry.time;
    newest.set(entry.agency, entry);
  }
  return since;
};
