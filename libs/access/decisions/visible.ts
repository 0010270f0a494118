import type { RefToken } from '@throughline/kernel';
import type { Recorded } from '@throughline/records';

/** Whose records and whose parts of them a reader may see: decided for each person, not for each record. */
export interface Sight {
  readonly everything: boolean;
  readonly agency?: string;
  /** Whether the reader may read about the person behind this reference. */
  may(ref: RefToken): boolean;
}

/** What of a record tells whether it may be seen. */
type Told = Pick<Recorded, 'agency' | 'subject' | 'data'>;

const isOwn = (sight: Sight, record: Told): boolean => sight.agency !== undefined && record.agency === sight.agency;

/** Whether the reader works with somebody of the protected side of this record. */
const protects = (sight: Sight, record: Told): boolean =>
  record.data.people.some(({ ref, role }) => role !== 'person-posing-risk' && sight.may(ref as RefToken));

/**
 * Whether a record may be seen at all: one's own, one whose subject one may read about, or one about somebody of the protected
 * side of whom that is true. Who works with the person posing risk alone does not see what was said by or about the victim.
 */
export const maySeeRecord = (sight: Sight, record: Told): boolean =>
  sight.everything || isOwn(sight, record) || sight.may(record.subject as RefToken) || protects(sight, record);

/**
 * Whether what a visible record holds of one of its people may be seen. Those who protect are told who poses the risk and who
 * else is around; another victim or child, with whom the reader does not work, is nobody's to see.
 */
export const maySeePart = (sight: Sight, record: Told, ref: RefToken): boolean => {
  if (sight.everything || isOwn(sight, record) || sight.may(ref)) return true;
  const roles = record.data.people.filter((named) => named.ref === ref).map(({ role }) => role);
  return roles.length > 0 && protects(sight, record) && roles.every((role) => role !== 'victim' && role !== 'child');
};
