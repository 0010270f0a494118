import type { RefToken } from '@throughline/kernel';
import type { Settings } from '../settings/settings';
import type { PersonFile } from './person-file';

/**
 * What a safeguard reads: the person whom the record is about, everyone whom the hub can reach from them,
 * and the partnership's settings of the day, at one log time. Never the clock, never an opened text.
 */
export interface CaseFile {
  /** Log time, milliseconds since 1970. */
  readonly at: number;
  /** One and the same for all case files that show one moment: what is worked out of them is kept under it. */
  readonly moment: object;
  /** One and the same for all case files of one reading of a partnership: what stays as it is from moment to moment is kept under it. */
  readonly lasting: object;
  readonly person: PersonFile;
  readonly settings: Settings;
  /** The file of the person behind a reference. Every reference that a record of the partnership names has one. */
  fileOf(ref: RefToken): PersonFile;
  /**
   * Those in whose records the same matter stands (a referral, a case, a notification, a tenancy …) under a reference that nothing
   * else joins to this person: the agency that decides a referral may name its own, which no other agency knows.
   */
  underSameMatters(person: PersonFile): readonly PersonFile[];
  /** References whose newest home is this address; the key is made by `homeOf`. The same list as long as nobody else is among them. */
  livingAt(home: string): readonly RefToken[];
}
