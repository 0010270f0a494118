import type { CommonData } from './common-data';
import type { Facets } from './facets';

/** What tells one record from every other: its source and id. */
export interface RecordKey {
  readonly source: string;
  readonly id: string;
}

/**
 * A record as rules and summaries read it. References are `#number` tokens; a text that was written reads `[sealed]`
 * unless the reader opened it, so a rule may ask whether something was written and never what.
 */
export interface Recorded<Data extends CommonData = CommonData> extends RecordKey {
  readonly partnership: string;
  readonly type: string;
  /** The agency that published it. */
  readonly agency: string;
  readonly subject: string;
  /** When it happened: milliseconds since 1970. */
  readonly time: number;
  /** When it was recorded: milliseconds since 1970. */
  readonly recordedtime: number;
  readonly data: Data;
  readonly facets?: Facets;
}
