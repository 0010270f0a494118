import { OneOf, Optional, Parts, Text, YesNo } from './fields';
import { Person } from './person';
import { Relationship } from './relationship';

export const SEPARATIONS = ['none', 'recent', 'under-way'] as const;

/** What every record may carry, whatever its type. */
export class CommonData {
  /** At least one; the record's subject is among them. */
  @Parts(() => Person, { atLeast: 1 })
  people: Person[];

  @Parts(() => Relationship)
  @Optional()
  relationships?: Relationship[];

  /** Leaving is when the danger is greatest: any agency may say on any record that a separation is recent or under way. */
  @OneOf(SEPARATIONS)
  @Optional()
  separation?: (typeof SEPARATIONS)[number];

  /** This record concerns domestic abuse. */
  @YesNo()
  @Optional()
  domesticAbuse?: boolean;

  @Text('protected', { most: 20_000 })
  @Optional()
  narrative?: string;
}
