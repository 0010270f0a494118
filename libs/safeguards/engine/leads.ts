import type { RefToken } from '@throughline/kernel';
import { besideTrace, homesOf, namedAcrossRisk, type PersonFile } from '@throughline/projections';
import type { Matching } from './matching';

/** Whom a person leads to: by name, and as whoever left one of these tokens. */
export interface Leads {
  readonly refs: readonly RefToken[];
  readonly traces: readonly string[];
}

/**
 * Whom judging a person may ask about: relatives, those who share a home or stand beside them in a matter, and those whom records
 * name across a risk. Whoever is in memory has all of these in memory.
 */
export const leadsOf = (file: PersonFile, partnership: string, matching: Matching): Leads => ({
  refs: [...file.relationships().flatMap(({ relationship: { from, to } }) => [from as RefToken, to as RefToken]), ...namedAcrossRisk(file)],
  traces: [...homesOf(file).map(({ key }) => matching.homeTrace(partnership, key)), ...file.refs.map(besideTrace)],
});
