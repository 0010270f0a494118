import { Address } from './address';
import { DateOfBirth, Day, Formed, OneOf, Optional, Part, Ref, Text, Texts, Whole, YesNo } from './fields';
import { ETHNICITIES } from './forms/ethnicity';
import { NHS_NUMBER, PNC_ID } from './forms/form';

export const ROLES = ['victim', 'person-posing-risk', 'child', 'parent-or-carer', 'other'] as const;
export type Role = (typeof ROLES)[number];

export const SEXES = ['female', 'male', 'other', 'not-known'] as const;

/** What the publishing agency holds about a person now. Sealed as one value under that person's key. */
export class PersonDetails {
  @Text('whole')
  @Optional()
  given?: string;

  @Text('whole')
  @Optional()
  family?: string;

  /** Former, birth, married and other names, each as one text. */
  @Texts('whole')
  @Optional()
  otherNames?: string[];

  @DateOfBirth()
  @Optional()
  dateOfBirth?: string;

  @OneOf(SEXES)
  @Optional()
  sex?: (typeof SEXES)[number];

  /** Self-defined, 18+1 code. */
  @OneOf(ETHNICITIES)
  @Optional()
  ethnicity?: (typeof ETHNICITIES)[number];

  @Text('whole')
  @Optional()
  religion?: string;

  /** A language code (BCP 47, for example `pl`), or its name where an agency holds no code. */
  @Text('whole')
  @Optional()
  firstLanguage?: string;

  @YesNo()
  @Optional()
  interpreterRequired?: boolean;

  @Formed(NHS_NUMBER)
  @Optional()
  nhsNumber?: string;

  @Formed(PNC_ID)
  @Optional()
  pncId?: string;

  @Part(() => Address)
  @Optional()
  address?: Address;

  @Text('whole')
  @Optional()
  phone?: string;

  /** An unborn child: the day on which it is expected. */
  @Day()
  @Optional()
  expectedOn?: string;
}

/** One person of a record, by the publishing agency's own reference, and what they are in it. */
export class Person {
  @Ref()
  ref: string;

  @OneOf(ROLES)
  role: Role;

  @Whole('this-person', () => PersonDetails, 'nothing')
  @Optional()
  details?: PersonDetails;
}
