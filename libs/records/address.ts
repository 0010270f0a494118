import { Day, Optional, Text, Texts, YesNo } from './fields';
import { UPRN } from './forms/form';

/** Where somebody lives, lived or is to live. It is always sealed as one value; dates and marks may stay open. */
export class Address {
  /** The address in lines, as on an envelope, without the postcode. */
  @Texts('whole')
  @Optional()
  lines?: string[];

  /** The postcode, of any country. */
  @Text('whole', { most: 12 })
  @Optional()
  postcode?: string;

  /** Unique Property Reference Number: the same for every spelling of one home. */
  @Text('whole', { form: UPRN })
  @Optional()
  uprn?: string;

  /** Whether this is a refuge or another address that must never reach the person posing risk. */
  @YesNo()
  @Optional()
  sensitive?: boolean;

  /** Whether this is a hostel or another building whose residents are no household. */
  @YesNo()
  @Optional()
  shared?: boolean;

  /** The day from which the person lives or lived there, or is to live there. */
  @Day()
  @Optional()
  from?: string;

  /** The day on which they left. Absent: they live there now, as far as your agency knows. */
  @Day()
  @Optional()
  to?: string;
}
