import { londonDay, type RefToken } from '@throughline/kernel';
import type { Relationship } from '@throughline/records';
import type { CaseFile } from '../case-file/case-file';
import type { Entry } from '../case-file/entry';
import type { PersonFile } from '../case-file/person-file';
import { childrenAmong, isDead } from './children';
import { household } from './household';

/** How somebody stands to a family. */
export type Standing = 'parent' | 'partner';

const about = (kind: Relationship['kind']): string => (kind === 'ex-partner-of' ? 'partner-of' : kind);

/**
 * A parent of the household's children, or a partner of its adults, is in contact where it is said; where it is not said, while they
 * live there, or are a partner still.
 */
const isInContact = ({ kind, inContact, until }: Relationship, livesThere: boolean, day: string): boolean => {
  if (inContact !== undefined) return inContact;
  if (livesThere) return true;
  return kind === 'partner-of' && (until == null || until >= day);
};

/**
 * Parents and partners in contact whom the hub knows, and whom a record about this family does not name.
 * Of two statements about the same two people the newer holds.
 */
export const leftOutOf = (record: Entry, file: CaseFile): ReadonlyMap<PersonFile, Standing> => {
  const day = londonDay(record.time);
  const members = household(file);
  const children = new Set(childrenAmong(members, day).map((child) => child.file));
  const named = new Set<string>(record.data.people.map(({ ref }) => ref));
  const found = new Map<PersonFile, Standing>();
  const look = (member: PersonFile, kind: string, as: Standing): void => {
    const newest = new Map<PersonFile, Relationship>();
    for (const { relationship } of member.relationships()) {
      const { from, to } = relationship;
      // A child is the one to whom its parents' relationship leads; partners are so to each other.
      const other = member.has(to) ? from : kind === 'partner-of' ? to : undefined;
      if (about(relationship.kind) === kind && other !== undefined) newest.set(file.fileOf(other as RefToken), relationship);
    }
    for (const [other, relationship] of newest) {
      const absent = !other.refs.some((ref) => named.has(ref)) && !isDead(other);
      if (absent && isInContact(relationship, members.includes(other), day) && !found.has(other)) found.set(other, as);
    }
  };
  for (const child of children) look(child, 'parent-of', 'parent');
  for (const adult of members.filter((member) => !children.has(member) && member.hasBeen('victim'))) look(adult, 'partner-of', 'partner');
  return found;
};
