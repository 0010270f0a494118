import { addMonths } from '@throughline/kernel';
import { riskAssessmentCompleted, type RiskLevel } from '@throughline/records';
import type { Entry } from '../case-file/entry';
import type { PersonFile } from '../case-file/person-file';

const order = ['standard', 'medium', 'high'] as const satisfies readonly RiskLevel[];

export const higher = (one: RiskLevel, other: RiskLevel): boolean => order.indexOf(one) > order.indexOf(other);

/** Each agency's newest assessment of a person as victim, no older than the given months at `at`. */
export const currentAssessments = (person: PersonFile, at: number, months: number, before?: Entry) => {
  const since = addMonths(at, -months);
  const newest = new Map<string, Entry<(typeof riskAssessmentCompleted)['Data']>>();
  for (const entry of person.of(riskAssessmentCompleted)) {
    if (entry.time > at || entry.time <= since || entry === before) continue;
    if (before !== undefined && entry.index > before.index) continue;
    if (entry.data.people.some((named) => person.has(named.ref) && named.role === 'person-posing-risk')) continue;
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
