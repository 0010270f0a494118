import { CommonData } from '../../common-data';
import { Day, OneOf } from '../../fields';
import { inWords } from '../../in-words';
import { defineRecord } from '../../record-type';

export const MANNERS_OF_DEATH = ['suspected-suicide', 'suspected-homicide', 'unexplained', 'natural'] as const;

/**
 * Somebody died. Of a person with a history of domestic abuse any death but a natural one is looked at as such from the first hour,
 * and may lead to a domestic abuse related death review (Domestic Violence, Crime and Victims Act 2004, section 9).
 */
export class DeathRecorded extends CommonData {
  /** The day of the death. */
  @Day()
  diedOn: string;

  /** What police believe on the day of the record. It is no finding of a coroner or a court. */
  @OneOf(MANNERS_OF_DEATH)
  manner: (typeof MANNERS_OF_DEATH)[number];
}

export const deathRecorded = defineRecord({
  type: 'throughline.police.death-recorded.v1',
  data: DeathRecorded,
  example: { people: [{ ref: 'police:N-1042', role: 'victim' }], diedOn: '2024-06-02', manner: 'unexplained' },
  summary: (r) => `Death recorded (${inWords(r.data.manner)}), ${r.data.diedOn}`,
});
