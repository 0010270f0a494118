import { type Age, ageOn, type Day, type RefToken } from '@throughline/kernel';
import { deathRecorded } from '@throughline/records';
import type { Entry } from '../case-file/entry';
import type { PersonFile } from '../case-file/person-file';

/** How old a child is on a day: in whole years as far as the date of birth is known, not yet born, or not recorded. */
export type ChildAge = Age | 'unborn' | 'not-known';

export interface Child {
  readonly file: PersonFile;
  readonly age: ChildAge;
}

/** The age at which somebody is a child no more (Children Act 1989, section 105). */
const ADULT = 18;

/** True where a death of this person is recorded. */
export const isDead = (person: PersonFile): boolean => person.of(deathRecorded).some((death) => person.has(death.subject));

/** A child that was expected and has no date of birth yet is taken as born on that day. */
const ageOf = (person: PersonFile, day: Day): ChildAge => {
  const born = person.dateOfBirth() ?? person.details().findLast(({ expectedOn }) => expectedOn !== undefined)?.expectedOn;
  if (born === undefined) return 'not-known';
  const age = ageOn(born, day);
  return age.most < 0 ? 'unborn' : age;
};

const isOfAChild = ({ file, age }: Child): boolean => (age === 'not-known' ? file.hasBeen('child') : age === 'unborn' || age.least < ADULT);

/** Whether somebody is a child on a day, or was one when they died before it. */
export const isUnderAge = (file: PersonFile, day: Day): boolean => isOfAChild({ file, age: ageOf(file, day) });

/**
 * Those among these people who are children on a day: by their age where it is known, else by having been named as a child.
 * Nobody who has died.
 */
export const childrenAmong = (members: Iterable<PersonFile>, day: Day): readonly Child[] =>
  [...members]
    .filter((member) => !isDead(member))
    .map((file) => ({ file, age: ageOf(file, day) }))
    .filter(isOfAChild);

/** Whether a child may be of these ages, both included: one whose age is not recorded may, an unborn one is not. */
export const isAged = ({ age }: Child, least: number, most: number): boolean =>
  age === 'not-known' || (age !== 'unborn' && age.most >= least && age.least <= most);

/** How a reason speaks of a child, by no name: `a child of 2`. */
export const childInWords = ({ age }: Child): string => {
  if (age === 'unborn') return 'an unborn child';
  if (age === 'not-known') return 'a child whose age is not recorded';
  if (age.most < 1) return 'a child under 1';
  return age.least === age.most ? `a child of ${age.most}` : `a child of about ${age.most}`;
};

/** The reference by which a record names this person, else the person's own. */
export const refIn = (entry: Entry, person: PersonFile): RefToken =>
  (entry.data.people.find(({ ref }) => person.has(ref))?.ref as RefToken | undefined) ?? person.person;
