import type { Instant } from '@throughline/kernel';
import { contactRecorded, is } from '@throughline/records';
import type { Entry } from '../case-file/entry';
import { keptUp } from '../case-file/kept-up';
import type { PersonFile } from '../case-file/person-file';
import { isSubjectSide } from './involvement';

/** An attempt of a service to reach somebody. */
export type Attempt = Entry<(typeof contactRecorded)['Data']>;

/** A contact that the service itself cancelled neither counts nor breaks a row of attempts (safeguards.md, Terms). */
const isAttempt = ({ data }: Attempt): boolean => !(data.outcome === 'cancelled' && data.cancelledBy === 'service');

/** A contact is sought with its subject and those whom it names beside them; one with a person posing risk is with nobody else. */
const isWith = (person: PersonFile, contact: Attempt): boolean => {
  if (person.has(contact.subject)) return isSubjectSide(person, contact);
  const subject = contact.data.people.find(({ ref }) => ref === contact.subject);
  return subject?.role !== 'person-posing-risk' && isSubjectSide(person, contact);
};

export const isEngaged = ({ data }: Attempt): boolean => data.outcome === 'engaged';

/** One service: the same service of the same agency (safeguards.md, Terms). */
export const serviceOf = ({ agency, data }: Attempt): string => `${agency} ${data.service}`;

const allAttempts = keptUp({
  about: (entry, person: PersonFile) => is(contactRecorded, entry) && isAttempt(entry) && isWith(person, entry),
  begin: (): Attempt[] => [],
  take: (attempts, entry) => attempts.push(entry as Attempt),
});

/** Every attempt of all services to reach a victim or child, no later than an instant, in order of happening. */
export const attemptsWith = (person: PersonFile, at: Instant): readonly Attempt[] => {
  const attempts = allAttempts(person);
  const last = attempts.findLastIndex((attempt) => attempt.time <= at);
  return attempts.slice(0, last + 1);
};

/** Those of them that one service made: the one that made this attempt. */
export const attemptsOfOneService = (attempts: readonly Attempt[], like: Attempt): readonly Attempt[] =>
  attempts.filter((attempt) => attempt.data.service === like.data.service && attempt.agency === like.agency);

/**
 * Those of the last attempts in which the person was not engaged, where they are enough; otherwise none.
 * "3 of the last 4" needs three, of three or of four (safeguards.md, Terms).
 */
export const missedOf = (attempts: readonly Attempt[], enough: number, last: number): readonly Attempt[] => {
  const missed = attempts.slice(-last).filter((attempt) => !isEngaged(attempt));
  return missed.length >= enough ? missed : [];
};
