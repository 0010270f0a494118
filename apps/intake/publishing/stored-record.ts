/** A record that the hub holds, as far as intake asks: to tell a retry from a conflict, and to judge a correction of it. */
export interface StoredRecord {
  readonly digest: string;
  readonly position: bigint;
  readonly recordedtime: string;
  readonly type: string;
  readonly agency: string | undefined;
  /** The person it is about: the reference itself, or, read from the tables, its number. */
  readonly subject: { readonly ref: string } | { readonly number: number } | undefined;
  /** The numbers of those whom its sealed parts belong to; none for one that was acknowledged a moment ago. */
  readonly owners: readonly number[];
}
