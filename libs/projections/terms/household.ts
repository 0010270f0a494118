import { londonDay, type RefToken } from '@throughline/kernel';
import { atMoment } from '../case-file/at-moment';
import type { CaseFile } from '../case-file/case-file';
import type { PersonFile } from '../case-file/person-file';
import { homeOn } from './home';

type Kind = 'parent-of' | 'sibling-of' | 'lives-with' | 'ex-partner-of';

const distinct = (files: readonly PersonFile[]): PersonFile[] => [...new Map(files.map((file) => [file.person, file])).values()];

const NOBODY: readonly PersonFile[] = [];

/** Those to whom a relationship leads from this person's side on a day; of two statements about the same two people the newer holds. */
const related = (file: CaseFile, person: PersonFile, kind: Kind, towards: 'from' | 'to' | 'either', day: string): readonly PersonFile[] => {
  const stated = person.relationshipsOf(kind);
  if (stated.length === 0) return NOBODY;
  const newest = new Map<RefToken, { readonly other: PersonFile; readonly lasts: boolean }>();
  for (const { relationship } of stated) {
    const { from, to, since, until } = relationship;
    const lasts = (since == null || since <= day) && (until == null || until >= day);
    const found = [...(towards !== 'from' && person.has(from) ? [to] : []), ...(towards !== 'to' && person.has(to) ? [from] : [])];
    for (const other of found.map((ref) => file.fileOf(ref as RefToken))) newest.set(other.person, { other, lasts });
  }
  return [...newest.values()].filter(({ lasts }) => lasts).map(({ other }) => other);
};

const POSES_RISK = 'person-posing-risk';

/** True where any record that names both says that this other person poses a risk. */
const posesRiskTo = (file: PersonFile, other: PersonFile): boolean =>
  other.hasBeen(POSES_RISK) && other.refs.some((ref) => file.companions().get(ref)?.has(POSES_RISK) === true);

/** True where all that is known of somebody is that they pose a risk: nobody's household is reached through them. */
const onlyPosesRisk = (person: PersonFile): boolean => person.hasBeen(POSES_RISK) && !person.hasBeen('victim') && !person.hasBeen('child');

/** The victims whose household a person belongs to: themselves, or for a child the parents who are victims, else its parents. */
const heads = (file: CaseFile, person: PersonFile, day: string): readonly PersonFile[] => {
  const parents = related(file, person, 'parent-of', 'from', day);
  if (person.hasBeen('victim') || !(person.hasBeen('child') || parents.length > 0)) return [person];
  const safe = parents.filter((parent) => !posesRiskTo(person, parent) && !onlyPosesRisk(parent));
  const victims = safe.filter((parent) => parent.hasBeen('victim'));
  return victims.length > 0 ? victims : safe;
};

/**
 * A victim, their children, and the people who now live with them (safeguards.md, Terms): the person first.
 *
 * Never linked through `ex-partner-of`, `relative-of` or a person posing risk; never through safe accommodation, a sensitive
 * or a shared address; and only while the times at an address overlap. Of somebody who only poses a risk it is nobody else.
 */
export const household = (file: CaseFile, of: PersonFile = file.person): readonly PersonFile[] => livingTogether(file, of);

const livingTogether = atMoment((file, of): readonly PersonFile[] => {
  if (onlyPosesRisk(of)) return [of];
  const day = londonDay(file.at);
  const first = heads(file, of, day);
  const core = distinct([
    of,
    ...first,
    ...first.flatMap((head) => related(file, head, 'parent-of', 'to', day)),
    ...(of.hasBeen('child') ? related(file, of, 'sibling-of', 'either', day) : []),
  ]);
  const safe = core.filter((member) => member === of || !(posesRiskTo(member, of) || core.some((other) => posesRiskTo(other, member))));
  const mates = housemates(file, safe, day).filter((mate) => !mate.hasBeen(POSES_RISK) && !posesRiskTo(mate, of));
  if (mates.length === 0) return safe;
  const former = new Set(first.flatMap((head) => related(file, head, 'ex-partner-of', 'either', day).map(({ person }) => person)));
  return distinct([...safe, ...mates.filter(({ person }) => !former.has(person))]);
});

/** Whoever lives with one of these people, by a relationship that says so or at their address. */
const housemates = (file: CaseFile, people: readonly PersonFile[], day: string): readonly PersonFile[] => {
  const homes = new Set<string>();
  return people.flatMap((person) => {
    const stated = related(file, person, 'lives-with', 'either', day);
    const home = homeOn(person, day);
    if (home === undefined || homes.has(home.key)) return stated;
    homes.add(home.key);
    const others = file.livingAt(home.key).map((ref) => file.fileOf(ref));
    return [...stated, ...others.filter((other) => homeOn(other, day)?.key === home.key)];
  });
};
