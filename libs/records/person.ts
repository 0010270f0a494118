import { Address } from './address';
import { DateOfBirth, Day, Formed, OneOf, Optional, Part, Ref, Text, Texts, Whole, YesNo } from './fields';
import { ETHNICITIES } from './forms/ethnicity';
import { NHS_NUMBER, PNC_ID } from './forms/form';

export const ROLES = ['victim', 'person-posing-risk', 'child', 'parent-or-carer', 'other'] as const;
export type Role = (typeof ROLES)[number];

export const SEXES = ['female', 'male', 'other', 'not-known'] as const;

/** What the publishing agency holds about a person now. Sealed as one value under that person's key. */
export class PersonDetails {
  /** Given names, as your agency holds them, each followed by a space and the next. */
  @Text('whole')
  @Optional()
  given?: string;

  /** Family name, as your agency holds it. Former and other names go in otherNames. */
  @Text('whole')
  @Optional()
  family?: string;

  /** Former, birth, married and other names, each as one text. */
  @Texts('whole')
  @Optional()
  otherNames?: string[];

  /** Date of birth, or as much of it as is known. An unborn child has none: see expectedOn. */
  @DateOfBirth()
  @Optional()
  dateOfBirth?: string;

  /** Sex as your agency records it. not-known: it was asked or looked for, and is not known. */
  @OneOf(SEXES)
  @Optional()
  sex?: (typeof SEXES)[number];

  /**
   * Ethnicity as the person states it: a code of the 18+1 list that police use. W: white. M: mixed. A: Asian. B: Black. O: other. NS: not
   * stated.
   */
  @OneOf(ETHNICITIES)
  @Optional()
  ethnicity?: (typeof ETHNICITIES)[number];

  /** Religion or belief as the person states it, in words. */
  @Text('whole')
  @Optional()
  religion?: string;

  /** The language that the person speaks best: a code (BCP 47, for example pl), or its name where your agency holds no code. */
  @Text('whole')
  @Optional()
  firstLanguage?: string;

  /** Whether the person needs an interpreter to be heard. Send false only where somebody asked. */
  @YesNo()
  @Optional()
  interpreterRequired?: boolean;

  /** NHS number (NHS Data Dictionary). */
  @Formed(NHS_NUMBER)
  @Optional()
  nhsNumber?: string;

  /** The person's identifier on the Police National Computer. */
  @Formed(PNC_ID)
  @Optional()
  pncId?: string;

  /** Where your agency believes that the person lives now, or lived at the times that the address says. */
  @Part(() => Address)
  @Optional()
  address?: Address;

  /** A telephone number of the person, best with its country code: +447700900123. */
  @Text('whole')
  @Optional()
  phone?: string;

  /** Of an unborn child: the day on which it is expected. */
  @Day()
  @Optional()
  expectedOn?: string;
}

/** One person of a record, by the publishing agency's own reference, and what they are in it. */
export class Person {
  /** Your agency's own reference for the person. In coordination, marac and record types it may be any agency's. */
  @Ref()
  ref: string;

  /**
   * What the person is in this record. The same person may be victim in one record and other in the next. person-posing-risk: whose
   * behaviour the record is about, found guilty of it or not.
   */
  @OneOf(ROLES)
  role: Role;

  /** What your agency holds about the person now. Of each field what it sent last holds: one that is left out stays as it was. */
  @Whole('this-person', () => PersonDetails, 'nothing')
  @Optional()
  details?: PersonDetails;
}
