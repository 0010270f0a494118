import type { RefToken } from '@throughline/kernel';
import { is, riskAssessmentCompleted } from '@throughline/records';
import type { CaseFile } from '../case-file/case-file';
import type { Entry } from '../case-file/entry';
import type { PersonFile } from '../case-file/person-file';

/**
 * The people whom a record of abuse or of risk is about, each once, and the reference that names them: its victims, whoever its
 * subject is; its subject where it names no victim but a child (a child is a victim too: Domestic Abuse Act 2021, section 3), and
 * the subject of a risk assessment in whatever role, but for posing the risk: an assessment is made with the one who is at risk.
 */
export const victimsOf = (entry: Entry, file: CaseFile): ReadonlyMap<PersonFile, RefToken> => {
  const victims = entry.data.people.filter(({ role }) => role === 'victim');
  const isAssessed = is(riskAssessmentCompleted, entry);
  const subject = entry.data.people.filter(
    ({ ref, role }) => ref === entry.subject && (role === 'child' || (isAssessed && role !== 'person-posing-risk')),
  );
  const found = new Map<PersonFile, RefToken>();
  for (const { ref } of victims.length > 0 ? victims : subject) {
    const victim = file.fileOf(ref as RefToken);
    if (!found.has(victim) || ref === entry.subject) found.set(victim, ref as RefToken);
  }
  return found;
};
