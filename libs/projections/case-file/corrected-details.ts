import type { RefToken } from '@throughline/kernel';
import type { CommonData, PersonDetails } from '@throughline/records';

type Details = ReadonlyMap<RefToken, PersonDetails>;

/** What says who somebody is, and not where they live or how they are. */
const IDENTITY = ['given', 'family', 'otherNames', 'dateOfBirth', 'nhsNumber', 'pncId', 'expectedOn'] as const;

const identityIn = (details: PersonDetails): PersonDetails =>
  Object.fromEntries(IDENTITY.flatMap((field) => (details[field] === undefined ? [] : [[field, details[field]]])));

const saysWho = (details: PersonDetails | undefined): boolean =>
  details !== undefined && IDENTITY.some((field) => details[field] !== undefined);

/**
 * The details that a corrected record holds. Where a correction says nothing of who somebody is, they are who they were: it puts
 * right something else, and says of nobody that they are another. Where they live it says anew, or it is not known from this record.
 *
 * @param people those whom the correction names
 * @param replaced what the correction itself holds of them
 */
export const correctedDetails = (before: Details, people: CommonData['people'], replaced: Details): Details => {
  const kept = new Map(replaced);
  for (const ref of people.map((person) => person.ref as RefToken)) {
    const former = before.get(ref);
    if (former === undefined || saysWho(replaced.get(ref)) || !saysWho(former)) continue;
    kept.set(ref, { ...identityIn(former), ...replaced.get(ref) });
  }
  return kept;
};
