import type { RefToken } from '@throughline/kernel';
import type { Relationship } from '@throughline/records';
import type { CaseFile } from '../case-file/case-file';

/** How a person stands to somebody else, as it was stated last. */
export interface KnownRelationship extends Omit<Relationship, 'from' | 'to'> {
  readonly from: RefToken;
  readonly to: RefToken;
  /** The other person, by their earliest reference. */
  readonly other: RefToken;
  readonly agency: string;
}

/** Partners who part are told of by another kind, which replaces the first. */
const MATTER: Readonly<Partial<Record<Relationship['kind'], string>>> = { 'ex-partner-of': 'partner-of' };

/** Each relationship once, whichever of a person's references agencies state it by; what was recorded last holds. */
export const relationshipsOf = (file: CaseFile): readonly KnownRelationship[] => {
  const known = new Map<string, KnownRelationship>();
  const stated = [...file.person.relationships()].sort((one, other) => one.entry.index - other.entry.index);
  for (const { relationship, entry } of stated) {
    const from = relationship.from as RefToken;
    const to = relationship.to as RefToken;
    const isFrom = file.person.has(from);
    const other = file.fileOf(isFrom ? to : from).person;
    const directed = relationship.kind === 'parent-of' ? isFrom : '';
    known.set(`${MATTER[relationship.kind] ?? relationship.kind} ${other} ${String(directed)}`, {
      ...relationship,
      from,
      to,
      other,
      agency: entry.agency,
    });
  }
  return [...known.values()];
};
