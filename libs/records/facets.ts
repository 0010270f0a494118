/**
 * What rules may know beside a record's plain values, in the clear: found once, when the hub takes the record in. It has the sealed texts
 * in hand then, and can look at what no rule may ask, because it would be another answer tomorrow. A facet is a closed answer to one
 * question, never a part of a text. Absent where the answer is no.
 */
export interface Facets {
  /** A referral says that a MARAC of another area than this partnership's has had the case. */
  readonly heardElsewhere?: true;
  /** A retraction, as of the wrong person: the codes of agencies that were shown the record before it was taken back, in their order. */
  readonly shownTo?: readonly string[];
}

const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .replaceAll(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase();

/**
 * The facets of a record's data, or of what a correction puts in its place; undefined where it has none.
 * @param ownNames how the partnership and its agencies are called, by name and by code
 */
export const facetsOf = (data: object, ownNames: () => readonly string[]): Facets | undefined => {
  const { replacement, maracHistory } = data as { replacement?: object; maracHistory?: { where?: unknown } };
  if (replacement !== undefined) return facetsOf(replacement, ownNames);
  const where = maracHistory?.where;
  if (typeof where !== 'string' || plain(where) === '') return undefined;
  return ownNames().some((name) => plain(name) === plain(where)) ? undefined : { heardElsewhere: true };
};
