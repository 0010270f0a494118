import type { Instant, RefToken } from '@throughline/kernel';
import { keyText } from '../case-file/entry';
import type { CaseFiles } from '../queries/case-files';
import type { Folded } from '../queries/folded';

/** Which entries of a chronology are asked for; what is absent asks for all. */
export interface ChronologyFilter {
  /** The first moment of what happened, and the last. */
  readonly from?: Instant;
  readonly to?: Instant;
  /** As published: every version that is asked for by its name. */
  readonly types?: ReadonlySet<string>;
  readonly agencies?: ReadonlySet<string>;
}

/** An entry's place in the order: when it happened as published, then its position. A correction does not move it. */
export interface ChronologyPlace {
  readonly time: Instant;
  readonly position: number;
}

export const placeOf = ({ original }: Folded): ChronologyPlace => ({ time: original.time, position: original.position });

export const comparePlaces = (one: ChronologyPlace, other: ChronologyPlace): number =>
  one.time - other.time || one.position - other.position;

/**
 * The records of these people as they stand at the cut, each once, oldest first: amended and retracted ones in their place,
 * `record.*` and `hub.*` none of their own (contract.md, section 4). One that was corrected so that it names none of them is gone.
 *
 * @param retractedAway records that stay only because they were read here before their retraction
 */
export const chronologyOf = (
  files: CaseFiles,
  people: readonly RefToken[],
  filter: ChronologyFilter = {},
  retractedAway: readonly Folded[] = [],
): readonly Folded[] => {
  const entries = new Map(retractedAway.filter((folded) => isAskedFor(folded, filter)).map((folded) => [keyText(folded.entry), folded]));
  for (const person of people) {
    const file = files.fileOf(person);
    for (const folded of files.folded(person)) {
      if (file.names(folded.entry) && isAskedFor(folded, filter)) entries.set(keyText(folded.entry), folded);
    }
  }
  return [...entries.values()].sort((one, other) => comparePlaces(placeOf(one), placeOf(other)));
};

const isAskedFor = ({ entry, original }: Folded, { from, to, types, agencies }: ChronologyFilter): boolean =>
  (from === undefined || original.time >= from) &&
  (to === undefined || original.time <= to) &&
  (types === undefined || types.has(original.envelope.type)) &&
  (agencies === undefined || agencies.has(entry.agency));

/** The entries after a place, in either order. */
export const entriesAfter = (entries: readonly Folded[], order: 'asc' | 'desc', after: ChronologyPlace | undefined): readonly Folded[] => {
  const ordered = order === 'asc' ? entries : [...entries].reverse();
  if (after === undefined) return ordered;
  return ordered.filter((folded) =>
    order === 'asc' ? comparePlaces(placeOf(folded), after) > 0 : comparePlaces(placeOf(folded), after) < 0,
  );
};
