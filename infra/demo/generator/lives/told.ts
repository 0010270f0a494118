import type { Role } from '@throughline/records';
import type { Kind } from '../agencies/habits';
import type { Moment } from '../calendar';
import type { Individual } from '../people/family';

/** What a record says beside its people; a field may be left out by saying `undefined`. */
export type Said<Data> = {
  [Field in keyof Omit<Data, 'people' | 'relationships'>]: Omit<Data, 'people' | 'relationships'>[Field] | undefined;
};

/** Who stands in a record, and as what; the first is its subject. */
export type Cast = readonly [readonly [Individual, Role], ...(readonly [Individual, Role])[]];

/** Details as the agency took them down, or as it put them right when another agency held others. */
export type Spelling = 'as taken down' | 'as agreed';

/** One record of a life, not yet written out. */
export interface Told {
  readonly order: number;
  readonly at: Moment;
  readonly recordedAt: Moment;
  readonly kind: Kind;
  readonly source: string;
  readonly id: string;
  readonly type: string;
  readonly cast: Cast;
  readonly said: object;
  /** Of whom details are sent along, and which. */
  readonly details: ReadonlyMap<Individual, Spelling>;
}

/** A record as a CloudEvent (contract.md, section 1). */
export interface MadeRecord {
  readonly specversion: '1.0';
  readonly id: string;
  readonly source: string;
  readonly type: string;
  readonly subject: string;
  readonly time: string;
  readonly recordedtime: string;
  readonly partnership: string;
  readonly datacontenttype: 'application/json';
  readonly data: Readonly<Record<string, unknown>>;
}
