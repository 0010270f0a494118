/**
 * What rules may know of a record's sealed texts, in the clear: found once, when the hub takes the record in and still has the text
 * in hand. A facet is a closed answer to one question, never a part of the text. Absent where the answer is no.
 */
export interface Facets {
  /** A referral says that a MARAC of another area than this partnership's has had the case. */
  readonly heardElsewhere?: true;
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
