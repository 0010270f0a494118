import { endOfDay, type Instant } from '@throughline/kernel';
import { type Flag, flagPlaced, flagRemoved } from '@throughline/records';
import type { PersonFile } from '../case-file/person-file';

/** A flag that stands on a person; its address is never told. */
export interface StandingFlag {
  readonly flag: Flag;
  readonly agency: string;
  readonly placedAt: Instant;
  readonly expiresOn: string | null;
}

/** Flags that were placed on this person, neither removed since nor expired; the newest of each kind. */
export const standingFlags = (person: PersonFile, at: Instant): readonly StandingFlag[] => {
  const standing = new Map<Flag, StandingFlag>();
  const told = [...person.of(flagPlaced), ...person.of(flagRemoved)]
    .filter(({ subject }) => person.has(subject))
    .sort((one, other) => one.time - other.time || one.index - other.index);
  for (const { type, agency, time, data } of told) {
    if (type === flagRemoved.type) standing.delete(data.flag);
    else standing.set(data.flag, { flag: data.flag, agency, placedAt: time, expiresOn: data.expiresOn ?? null });
  }
  return [...standing.values()].filter(({ expiresOn }) => expiresOn === null || at <= endOfDay(expiresOn));
};
