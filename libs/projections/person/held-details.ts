import type { Instant } from '@throughline/kernel';
import type { PersonDetails } from '@throughline/records';
import type { Entry } from '../case-file/entry';
import type { PersonFile } from '../case-file/person-file';

/** What one agency holds of a person now: of each field what it said last. */
export interface HeldDetails {
  readonly agency: string;
  readonly details: PersonDetails;
  /** When the newest part of it was recorded. */
  readonly recordedAt: Instant;
  /** Positions of the records that it comes from. */
  readonly positions: readonly number[];
}

/** When a record was last said to be so: a correction says it anew. */
const saidAt = (entry: Entry): number => entry.amendment?.index ?? entry.index;

/**
 * The standing details of each source, the one that recorded first before the others. What came with a transfer from another partnership
 * is of no agency here: its `agency` is empty.
 */
export const detailsHeld = (person: PersonFile): readonly HeldDetails[] => {
  const held = new Map<string, HeldDetails>();
  const inOrder = [...person.standing()].sort((one, other) => saidAt(one) - saidAt(other));
  for (const entry of inOrder) {
    for (const [ref, details] of entry.details) {
      if (!person.has(ref)) continue;
      const before = held.get(entry.agency);
      held.set(entry.agency, {
        agency: entry.agency,
        details: { ...before?.details, ...details },
        recordedAt: entry.amendment?.at ?? entry.recordedtime,
        positions: [...(before?.positions ?? []), entry.position],
      });
    }
  }
  return [...held.values()];
};

/** Each agency's standing details, the agency that recorded first before the others. */
export const detailsByAgency = (person: PersonFile): readonly HeldDetails[] => detailsHeld(person).filter(({ agency }) => agency !== '');

/** What people are called by: of all sources what was said last. A whole date of birth goes before a year alone. */
export const knownAs = (held: readonly HeldDetails[]): { readonly name: string | null; readonly dateOfBirth: string | null } => {
  const newestFirst = [...held].sort((one, other) => other.recordedAt - one.recordedAt);
  const named = newestFirst.find(({ details }) => details.given !== undefined && details.family !== undefined);
  const name = named ?? newestFirst.find(({ details }) => details.given !== undefined || details.family !== undefined);
  const births = newestFirst.flatMap(({ details }) => details.dateOfBirth ?? []);
  return {
    name: name === undefined ? null : nameOf(name.details),
    dateOfBirth: births.find((birth) => birth.length === 10) ?? births[0] ?? null,
  };
};

export const nameOf = ({ given, family }: PersonDetails): string =>
  [given, family].flatMap((part) => (part === undefined || part.trim() === '' ? [] : part.trim())).join(' ');
