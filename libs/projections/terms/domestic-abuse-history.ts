import { isDomesticAbuseRecord } from '@throughline/records';
import type { CaseFile } from '../case-file/case-file';
import type { Entry } from '../case-file/entry';
import type { PersonFile } from '../case-file/person-file';
import { household } from './household';

const sufferedBy = (person: PersonFile, entry: Entry): boolean =>
  isDomesticAbuseRecord(entry.type, entry.data) &&
  entry.data.people.some((named) => person.has(named.ref) && named.role !== 'person-posing-risk' && named.role !== 'other');

/**
 * DA history: a domestic abuse record of the person in which they are victim, child or parent or carer,
 * or of a child's household (safeguards.md, Terms).
 */
export const hasDomesticAbuseHistory = (file: CaseFile, person: PersonFile = file.person): boolean =>
  [person, ...(person.hasBeen('child') ? household(file, person) : [])].some((member) =>
    member.standing().some((entry) => sufferedBy(member, entry)),
  );
