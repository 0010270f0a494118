import { addMonths, endOfDay, londonDay } from '@throughline/kernel';
import { maracCaseHeard, maracCaseListed, referralMade } from '@throughline/records';
import type { CaseFile } from '../case-file/case-file';
import type { Entry } from '../case-file/entry';
import type { PersonFile } from '../case-file/person-file';
import { isOpenReferral, isSubjectSide } from './involvement';

/** Months for which a person stays marked after the last hearing (SafeLives: a repeat is counted within twelve months). */
export const markerMonths = 12;

export const hearingsOf = (person: PersonFile) => person.of(maracCaseHeard).filter((hearing) => isSubjectSide(person, hearing));

/** Referrals to MARAC, listings and hearings of a person, in order of happening. */
export const maracActivity = (person: PersonFile): readonly Entry[] =>
  [
    ...person.of(referralMade).filter((referral) => referral.data.service === 'marac'),
    ...person.of(maracCaseListed),
    ...person.of(maracCaseHeard),
  ]
    .filter((entry) => isSubjectSide(person, entry))
    .sort((one, other) => one.time - other.time || one.index - other.index);

/** True while a referral to MARAC or a listing waits to be heard. */
export const isAwaitingMarac = (file: CaseFile, person: PersonFile = file.person): boolean => {
  const hearings = hearingsOf(person);
  const listed = person
    .of(maracCaseListed)
    .some(
      (listing) =>
        isSubjectSide(person, listing) &&
        !hearings.some((hearing) => hearing.data.meetingOn >= listing.data.meetingOn || hearing.time > listing.time),
    );
  const referrals = person.of(referralMade).filter((referral) => referral.data.service === 'marac' && isSubjectSide(person, referral));
  return listed || referrals.some((referral) => isOpenReferral(file, [person], referral));
};

/** The day until which a person is marked as heard at MARAC, or undefined where never heard. */
export const maracMarkerUntil = (person: PersonFile): string | undefined => {
  const last = hearingsOf(person)
    .map((hearing) => hearing.data.meetingOn)
    .sort()
    .at(-1);
  return last === undefined ? undefined : addMonths(last, markerMonths);
};

export const isMaracMarked = (person: PersonFile, at: number): boolean => {
  const until = maracMarkerUntil(person);
  return until !== undefined && at <= endOfDay(until) && londonDay(at) <= until;
};

/** MARAC activity within the given months before an instant, or at it. */
export const maracActivityWithin = (person: PersonFile, at: number, months: number): readonly Entry[] => {
  const from = addMonths(at, -months);
  return maracActivity(person).filter((entry) => entry.time > from && entry.time <= at);
};
