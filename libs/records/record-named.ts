import { Formed } from './fields';
import { AGENCY_SOURCE, RECORD_ID } from './forms/form';

/** The record that a correction or a retraction is about. */
export class RecordNamed {
  /** The source of that record. */
  @Formed(AGENCY_SOURCE)
  source: string;

  /** The id of that record. */
  @Formed(RECORD_ID)
  id: string;
}
