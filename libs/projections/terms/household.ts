import { londonDay, type RefToken } from '@throughline/kernel';
import type { CaseFile } from '../case-file/case-file';
import type { PersonFile } from '../case-file/person-file';
import { Grounds } from './grounds';
import { homeOn, homesOf, isGuarded } from './home';

type Kind = 'parent-of' | 'sibling-of' | 'lives-with' | 'ex-partner-of';

const distinct = (files: readonly PersonFile[]): PersonFile[] => [...new Map(files.map((file) => [file.person, file])).values()];

const NOBODY: readonly PersonFile[] = [];

/** A case file on one day, and what of it a household is worked out of. */
interface Day {
  readonly file: CaseFile;
  readonly day: string;
  readonly grounds: Grounds;
}

/** Those to whom a relationship leads from this person's side on a day; of two statements about the same two people the newer holds. */
const related = ({ file, grounds }: Day, person: PersonFile, kind: Kind, towards: 'from' | 'to' | 'either'): readonly PersonFile[] => {
  grounds.lookAt(person);
  const stated = person.relationshipsOf(kind);
  if (stated.length === 0) return NOBODY;
  const newest = new Map<RefToken, { readonly other: PersonFile; readonly lasts: boolean }>();
  for (const { relationship } of stated) {
    const { from, to, since, until } = relationship;
    const lasts = grounds.lasts(since, until);
    const note = (ref: string): void => {
      const other = file.fileOf(ref as RefToken);
      grounds.lookAt(other);
      newest.set(other.person, { other, lasts });
    };
    if (towards !== 'from' && person.has(from)) note(to);
    if (towards !== 'to' && person.has(to)) note(from);
  }
  const found: PersonFile[] = [];
  for (const { other, lasts } of newest.values()) if (lasts) found.push(other);
  return found;
};

const POSES_RISK = 'person-posing-risk';

/** True where any record that names both says that this other person poses a risk. */
const posesRiskTo = (file: PersonFile, other: PersonFile): boolean =>
  other.hasBeen(POSES_RISK) && other.refs.some((ref) => file.companions().get(ref)?.has(POSES_RISK) === true);

/** True where all that is known of somebody is that they pose a risk: nobody's household is reached through them. */
const onlyPosesRisk = (person: PersonFile): boolean => person.hasBeen(POSES_RISK) && !person.hasBeen('victim') && !person.hasBeen('child');

/**
 * The victims whose household a person belongs to: themselves, or for a child the parents who are victims, else its parents. A child
 * who is a victim too belongs to its parents' household as before, and is a victim of its own.
 */
const heads = (on: Day, person: PersonFile): readonly PersonFile[] => {
  const parents = related(on, person, 'parent-of', 'from');
  const isVictim = person.hasBeen('victim');
  const isChild = person.hasBeen('child') ? !isVictim || on.grounds.isChild(person) : !isVictim && parents.length > 0;
  if (!isChild) return [person];
  const safe = parents.filter((parent) => !posesRiskTo(person, parent) && !onlyPosesRisk(parent));
  const victims = safe.filter((parent) => parent.hasBeen('victim'));
  if (isVictim) return [person, ...victims];
  return victims.length > 0 ? victims : safe;
};

/**
 * A victim, their children, and the people who now live with them (safeguards.md, Terms): the person first.
 *
 * Never linked through `ex-partner-of`, `relative-of` or a person posing risk; never through safe accommodation, a sensitive
 * or a shared address; and only while the times at an address overlap. Of somebody who only poses a risk it is nobody else.
 */
export const household = (file: CaseFile, of: PersonFile = file.person): readonly PersonFile[] => {
  let known = kept.get(file.lasting);
  if (known === undefined) {
    known = new WeakMap();
    kept.set(file.lasting, known);
  }
  const day = londonDay(file.at);
  const before = known.get(of);
  if (before?.grounds.hold(file, day) === true) return before.people;
  const grounds = new Grounds(day);
  const people = livingTogether({ file, day, grounds }, of);
  known.set(of, { people, grounds });
  return people;
};

const kept = new WeakMap<object, WeakMap<PersonFile, { readonly people: readonly PersonFile[]; readonly grounds: Grounds }>>();

/**
 * A victim's own children, also one to whom somebody says that the victim poses a risk: that parts their household, so that nothing of
 * the child's is read by it, but what happens to the parent happens around the child all the same.
 */
export const ownChildren = (file: CaseFile, victim: PersonFile): readonly PersonFile[] => {
  const day = londonDay(file.at);
  return related({ file, day, grounds: new Grounds(day) }, victim, 'parent-of', 'to');
};

const livingTogether = (on: Day, of: PersonFile): readonly PersonFile[] => {
  on.grounds.lookAt(of);
  if (onlyPosesRisk(of)) return [of];
  const first = heads(on, of);
  const core = distinct([
    of,
    ...first,
    ...first.flatMap((head) => related(on, head, 'parent-of', 'to')),
    ...(of.hasBeen('child') ? related(on, of, 'sibling-of', 'either') : []),
  ]);
  const safe = core.filter((member) => member === of || !(posesRiskTo(member, of) || core.some((other) => posesRiskTo(other, member))));
  const mates = housemates(on, safe).filter((mate) => !mate.hasBeen(POSES_RISK) && !posesRiskTo(mate, of));
  if (mates.length === 0) return safe;
  const former = new Set(first.flatMap((head) => related(on, head, 'ex-partner-of', 'either').map(({ person }) => person)));
  return distinct([...safe, ...mates.filter(({ person }) => !former.has(person))]);
};

/**
 * Whoever lives with one of these people, by a relationship that says so or at their address: not at one that for any of them, or for
 * anybody who lives there, is a safe, a sensitive or a shared one (the doctor of a child in a refuge may not know).
 */
const housemates = (on: Day, people: readonly PersonFile[]): readonly PersonFile[] => {
  const homes = new Set<string>();
  return people.flatMap((person) => {
    const stated = related(on, person, 'lives-with', 'either');
    const home = livesAt(on, person);
    if (home === undefined || homes.has(home)) return stated;
    homes.add(home);
    const others = on.grounds.livingAt(on.file, home).map((ref) => on.file.fileOf(ref));
    const known = [...people, ...others];
    for (const each of known) on.grounds.lookAt(each);
    if (known.some((each) => isGuarded(each, home))) return stated;
    return [...stated, ...others.filter((other) => livesAt(on, other) === home)];
  });
};

/** The key of the home in which a person lives on a day. */
const livesAt = ({ day, grounds }: Day, person: PersonFile): string | undefined => {
  grounds.lookAt(person);
  for (const { from, to } of homesOf(person)) {
    grounds.changesOn(from);
    grounds.changesOn(to);
  }
  return homeOn(person, day)?.key;
};
