import { refNumber, type RefToken } from '@throughline/kernel';
import type { CommonData, PlanAction, RecordType } from '@throughline/records';
import type { CaseFile } from '../case-file/case-file';
import type { Entry } from '../case-file/entry';
import type { PersonFile } from '../case-file/person-file';

/** Fields that name a matter, unique within its partnership (contract.md, section 1): whoever works on it uses the same. */
const NAMED_BY = [
  'referralId',
  'caseId',
  'notificationNumber',
  'incidentNumber',
  'tenancyId',
  'checkId',
  'assessmentId',
  'planId',
] as const;

/** The matters of a record, each as its field and its reference. */
export const mattersOf = (record: { readonly data: object }): readonly string[] => {
  const data = record.data as Partial<Record<(typeof NAMED_BY)[number], string>> & { actions?: PlanAction[]; actionId?: string };
  const matters: string[] = [];
  for (const field of NAMED_BY) if (data[field] !== undefined) matters.push(`${field} ${data[field]}`);
  if (data.actions !== undefined) for (const { id } of data.actions) matters.push(`actionId ${id}`);
  if (data.actionId !== undefined) matters.push(`actionId ${data.actionId}`);
  return matters;
};

/** Those of a record whom its matters are about: all but the person posing risk. */
export const concernedBy = (entry: Entry): readonly RefToken[] =>
  entry.data.people.filter(({ role }) => role !== 'person-posing-risk').map(({ ref }) => ref as RefToken);

/** Those of a record who are at risk: its subject and those whom it names as victims, children or who care for them; not whoever else is named. */
export const atRiskIn = (entry: Entry): readonly RefToken[] =>
  concernedBy(entry).filter(
    (ref) => ref === entry.subject || entry.data.people.some((named) => named.ref === ref && named.role !== 'other'),
  );

/** The token under which those are found who stand beside a reference in the same matters. It tells no more than the reference. */
export const besideTrace = (ref: RefToken): string => `${BESIDE}${refNumber(ref).toString(16).padStart(16, '0')}`;

/** The word itself, to eight bytes; eight more are the reference's number. */
const BESIDE = Buffer.from('beside\0\0').toString('hex');

/** Everything of one type about any of these people, or about somebody who stands beside them in the same matter, each record once. */
export const inTheirMatters = <Data extends CommonData>(
  file: CaseFile,
  members: readonly PersonFile[],
  definition: RecordType<Data>,
): readonly Entry<Data>[] => {
  const people = new Set([...members, ...members.flatMap((member) => file.underSameMatters(member))]);
  const found = new Map([...people].flatMap((person) => person.of(definition).map((entry) => [entry.index, entry] as const)));
  return [...found.values()].sort((one, other) => one.index - other.index);
};
