import { londonDay } from '@throughline/kernel';
import type { CaseFile } from '../case-file/case-file';
import type { PersonFile } from '../case-file/person-file';
import { childrenAmong } from './children';
import { household } from './household';

const isRelated = (one: PersonFile, kind: 'parent-of' | 'sibling-of', other: PersonFile): boolean =>
  one.relationships().some(({ relationship: { kind: stated, from, to } }) => {
    if (stated !== kind) return false;
    return (one.has(from) && other.has(to)) || (kind === 'sibling-of' && one.has(to) && other.has(from));
  });

/**
 * Those of a household whose case is one with this person's: parents and their children, and the children among each other. Whoever
 * else lives with them, a grandmother or a lodger, has a case of their own.
 */
export const closeFamily = (file: CaseFile, person: PersonFile = file.person): readonly PersonFile[] => {
  const members = household(file, person);
  const children = new Set(childrenAmong(members, londonDay(file.at)).map((child) => child.file));
  if (!children.has(person))
    return members.filter((member) => member === person || (children.has(member) && isRelated(person, 'parent-of', member)));
  const parents = members.filter((member) => isRelated(member, 'parent-of', person));
  return members.filter(
    (member) =>
      member === person ||
      parents.includes(member) ||
      (children.has(member) &&
        (isRelated(member, 'sibling-of', person) || parents.some((parent) => isRelated(parent, 'parent-of', member)))),
  );
};
