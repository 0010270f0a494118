import type { Facets } from '@throughline/records';

/** A record as its agency published it, checked and stamped: what intake has in hand before it seals. */
export interface PublishedRecord {
  readonly partnership: string;
  readonly source: string;
  readonly id: string;
  readonly type: string;
  /** RFC 3339, as published. */
  readonly time: string;
  /** RFC 3339. */
  readonly recordedtime: string;
  readonly imported?: true;
  /** Absent on the hub's own records. */
  readonly agency?: string;
  /** A ref, one of `data.people`; absent on most of the hub's own records. */
  readonly subject?: string;
  readonly data: Readonly<Record<string, unknown>>;
  /** What rules may know of the texts that will be sealed; it follows from the content. */
  readonly facets?: Facets;
  /** Every other CloudEvents attribute that came with it, as it came. */
  readonly attributes?: Readonly<Record<string, unknown>>;
}
