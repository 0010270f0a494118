import type { RefToken } from '@throughline/kernel';
import { besideTrace, homesOf, namedAcrossRisk, type PersonFile } from '@throughline/projections';
import type { Matching } from './matching';

/** Whom a person leads to: by name, and as whoever left one of these tokens. */
export interface Leads {
  readonly refs: readonly RefToken[];
  readonly traces: readonly string[];
}

/** To whom relationships lead from a person, and whom records name across a risk from them. */
export const linksOf = (file: PersonFile): readonly RefToken[] => [
  ...file.relationships().flatMap(({ relationship: { from, to } }) => [from, to] as RefToken[]),
  ...namedAcrossRisk(file),
];

/**
 * Whom judging a person may ask about: relatives, those who share a home or stand beside them in a matter, and those whom records
 * name across a risk. Whoever is in memory has all of these in memory.
 */
export const leadsOf = (file: PersonFile, partnership: string, matching: Matching): Leads => ({
  refs: linksOf(file),
  traces: [...homesOf(file).map(({ key }) => matching.homeTrace(partnership, key)), ...file.refs.map(besideTrace)],
});
