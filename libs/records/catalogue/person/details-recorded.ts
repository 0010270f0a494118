import { CommonData } from '../../common-data';
import { defineRecord } from '../../record-type';

/** What an agency now holds about a person: a name, an address, a language. The common parts carry it all. */
export class DetailsRecorded extends CommonData {}

export const detailsRecorded = defineRecord({
  type: 'throughline.person.details-recorded.v1',
  data: DetailsRecorded,
  example: {
    people: [
      {
        ref: 'housing:N-1042',
        role: 'victim',
        details: {
          given: 'Mary Ann',
          family: "O'Neill",
          otherNames: ['Mary Smith'],
          dateOfBirth: '1984-03-09',
          sex: 'female',
          ethnicity: 'W9',
          religion: 'none',
          firstLanguage: 'pl',
          interpreterRequired: true,
          nhsNumber: '9434765919',
          address: {
            lines: ['12 Long Row'],
            postcode: 'S1 2AB',
            uprn: '100050531234',
            sensitive: false,
            shared: false,
            from: '2023-05-01',
          },
          phone: '+447700900123',
        },
      },
      {
        ref: 'housing:N-1043',
        role: 'person-posing-risk',
        details: { given: 'Liam', family: 'Hart', dateOfBirth: '1981', sex: 'male', pncId: '2002/0073319Z' },
      },
      { ref: 'housing:N-1050', role: 'child', details: { expectedOn: '2024-08-01' } },
    ],
    relationships: [
      { from: 'housing:N-1042', to: 'housing:N-1043', kind: 'ex-partner-of', since: '2024-01-01', until: null, inContact: true },
    ],
    separation: 'recent',
    domesticAbuse: true,
  },
  summary: () => 'Details recorded',
});
