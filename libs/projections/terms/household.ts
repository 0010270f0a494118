import { londonDay, type RefToken } from '@throughline/kernel';
import type { CaseFile } from '../case-file/case-file';
import type { PersonFile } from '../case-file/person-file';
import { homeOn } from './home';

type Kind = 'parent-of' | 'sibling-of' | 'lives-with' | 'ex-partner-of';

/** References that a stated relationship leads to, from this person's side, on a day. */
const related = (file: PersonFile, kind: Kind, towards: 'from' | 'to' | 'either', day: string): readonly RefToken[] =>
  file.relationships().flatMap(({ relationship }) => {
    if (relationship.kind !== kind) return [];
    if (relationship.until != null && relationship.until < day) return [];
    const found: RefToken[] = [];
    if (towards !== 'from' && file.has(relationship.from)) found.push(relationship.to as RefToken);
    if (towards !== 'to' && file.has(relationship.to)) found.push(relationship.from as RefToken);
    return found;
  });

export const childrenOf = (file: PersonFile, day: string): readonly RefToken[] => related(file, 'parent-of', 'to', day);
export const parentsOf = (file: PersonFile, day: string): readonly RefToken[] => related(file, 'parent-of', 'from', day);

/** True where any record that names both says that this other person poses a risk. */
const posesRiskTo = (file: PersonFile, other: PersonFile): boolean =>
  other.refs.some((ref) => file.companions().get(ref)?.has('person-posing-risk') === true);

/** The victims whose household a person belongs to: themselves, or for a child the parents with whom it lives. */
const heads = (file: CaseFile, person: PersonFile, day: string): readonly PersonFile[] => {
  if (person.hasBeen('victim') || !(person.hasBeen('child') || parentsOf(person, day).length > 0)) return [person];
  const parents = distinct(parentsOf(person, day).map((ref) => file.fileOf(ref))).filter((parent) => !posesRiskTo(person, parent));
  const victims = parents.filter((parent) => parent.hasBeen('victim'));
  return victims.length > 0 ? victims : parents;
};

const distinct = (files: readonly PersonFile[]): PersonFile[] => [...new Map(files.map((file) => [file.person, file])).values()];

/**
 * A victim, their children, and the people who now live with them (safeguards.md, Terms): the person first.
 *
 * Never linked through `ex-partner-of`, `relative-of` or a person posing risk; never through safe accommodation, a sensitive
 * or a shared address; and only while the times at an address overlap.
 */
export const household = (file: CaseFile, of: PersonFile = file.person): readonly PersonFile[] => {
  const day = londonDay(file.at);
  const first = heads(file, of, day);
  const core = distinct([
    of,
    ...first,
    ...first.flatMap((head) => childrenOf(head, day).map((ref) => file.fileOf(ref))),
    ...related(of, 'sibling-of', 'either', day).map((ref) => file.fileOf(ref)),
  ]);
  const safe = core.filter((member) => member === of || !core.some((other) => posesRiskTo(other, member)));
  const housemates = safe.flatMap((member) => {
    const home = homeOn(member, day);
    const sharing = home === undefined ? [] : file.livingAt(home.key).filter((ref) => homeOn(file.fileOf(ref), day)?.key === home.key);
    return [...related(member, 'lives-with', 'either', day), ...sharing].map((ref) => file.fileOf(ref));
  });
  const former = new Set(first.flatMap((head) => related(head, 'ex-partner-of', 'either', day).map((ref) => file.fileOf(ref).person)));
  return distinct([
    ...safe,
    ...housemates.filter((mate) => !former.has(mate.person) && !safe.some((member) => posesRiskTo(member, mate))),
  ]);
};
