import { CommonData } from '../../common-data';
import { Count, Day, NeededWithout, OneOf, Optional, Texts } from '../../fields';
import { inWords } from '../../in-words';
import { defineRecord } from '../../record-type';

export const RELEASE_BASES = ['sentence-end', 'licence', 'bail', 'under-investigation'] as const;

/** Somebody who poses a risk is to be released or was, on what basis and under which conditions. A planned or an actual day is needed. */
export class ReleaseRecorded extends CommonData {
  /**
   * On what basis the person is released. licence: under conditions, before the sentence ends. bail: by police or a court.
   * under-investigation: released by police without bail while they investigate.
   */
  @OneOf(RELEASE_BASES)
  basis: (typeof RELEASE_BASES)[number];

  /** The day on which the person is to be released. Give this, releasedOn, or both. */
  @Day()
  @NeededWithout('releasedOn')
  plannedOn?: string;

  /** The day on which the person was released. */
  @Day()
  @Optional()
  releasedOn?: string;

  /** Each condition of the licence or bail, in words: whom not to contact, where not to go. */
  @Texts('protected')
  @Optional()
  licenceConditions?: string[];

  /** The level of multi-agency public protection arrangements (MAPPA), 1 to 3. */
  @Count({ from: 1, to: 3 })
  @Optional()
  mappaLevel?: 1 | 2 | 3;
}

export const releaseRecorded = defineRecord({
  type: 'throughline.justice.release-recorded.v1',
  data: ReleaseRecorded,
  example: {
    people: [
      { ref: 'probation:N-1043', role: 'person-posing-risk' },
      { ref: 'probation:N-1042', role: 'victim' },
    ],
    basis: 'licence',
    plannedOn: '2024-09-12',
    licenceConditions: ['No contact', 'Not to enter the exclusion zone'],
    mappaLevel: 2,
  },
  summary: (r) =>
    `Release on ${inWords(r.data.basis)}${r.data.releasedOn === undefined ? ` planned for ${r.data.plannedOn ?? 'a day not given'}` : `, ${r.data.releasedOn}`}`,
});
