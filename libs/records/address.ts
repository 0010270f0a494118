import { Day, Optional, Text, Texts, YesNo } from './fields';
import { UPRN } from './forms/form';

/** Where somebody lives, lived or is to live. It is always sealed as one value; dates and marks may stay open. */
export class Address {
  @Texts('whole')
  @Optional()
  lines?: string[];

  /** Any country's. */
  @Text('whole', { most: 12 })
  @Optional()
  postcode?: string;

  /** Unique Property Reference Number: the same for every spelling of one home. */
  @Text('whole', { form: UPRN })
  @Optional()
  uprn?: string;

  /** A refuge or another address that must never reach the person posing risk. */
  @YesNo()
  @Optional()
  sensitive?: boolean;

  /** A hostel or another building whose residents are no household. */
  @YesNo()
  @Optional()
  shared?: boolean;

  @Day()
  @Optional()
  from?: string;

  @Day()
  @Optional()
  to?: string;
}
