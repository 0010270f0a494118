import { OneOf, Optional, Parts, Text, YesNo } from './fields';
import { Person } from './person';
import { Relationship } from './relationship';

export const SEPARATIONS = ['none', 'recent', 'under-way'] as const;

/** What every record may carry, whatever its type. */
export class CommonData {
  /** Everybody whom the record is about, one entry each. The record's subject is among them. */
  @Parts(() => Person, { atLeast: 1 })
  people: Person[];

  /** How people of this record stand to each other. What your agency does not send again stays as it told it last. */
  @Parts(() => Relationship)
  @Optional()
  relationships?: Relationship[];

  /** Whether the victim has left the person posing risk lately, or is leaving. Danger is greatest then, so any record may say it. */
  @OneOf(SEPARATIONS)
  @Optional()
  separation?: (typeof SEPARATIONS)[number];

  /** Whether this record concerns domestic abuse. Some types always do, whatever is said here. */
  @YesNo()
  @Optional()
  domesticAbuse?: boolean;

  /** What happened, in the worker's own words. Readers see [sealed] in place of postcodes, telephone numbers and known addresses. */
  @Text('protected', { most: 20_000 })
  @Optional()
  narrative?: string;
}
