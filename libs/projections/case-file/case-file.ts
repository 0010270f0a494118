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
  readonly person: PersonFile;
  readonly settings: Settings;
  /** The file of the person behind a reference. Every reference that a record of the partnership names has one. */
  fileOf(ref: RefToken): PersonFile;
  /** References whose newest home is this address; the key is made by `homeOf`. */
  livingAt(home: string): readonly RefToken[];
}
