import { CommonData } from '../../common-data';
import { AgencyCode, OneOf } from '../../fields';
import { inWords } from '../../in-words';
import { defineRecord } from '../../record-type';

export const CHOSEN_BY = ['the-person', 'professionals'] as const;

/** One agency leads for the person from here on, chosen by them or by the professionals. */
export class LeadAgencyNominated extends CommonData {
  /** The agency that leads. */
  @AgencyCode()
  agency: string;

  /** Who chose it. */
  @OneOf(CHOSEN_BY)
  chosenBy: (typeof CHOSEN_BY)[number];
}

export const leadAgencyNominated = defineRecord({
  type: 'throughline.coordination.lead-agency-nominated.v1',
  data: LeadAgencyNominated,
  example: { people: [{ ref: 'idva:N-1042', role: 'victim' }], agency: 'idva', chosenBy: 'the-person' },
  summary: (r) => `Lead agency nominated, chosen by ${inWords(r.data.chosenBy)}`,
});
