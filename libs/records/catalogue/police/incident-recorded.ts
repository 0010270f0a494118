import { type NatureOfAbuse, NATURES_OF_ABUSE } from '../../abuse';
import { CommonData } from '../../common-data';
import { AnyOf, Count, Identifier, OneOf, Optional, Text, YesNo } from '../../fields';
import { listed } from '../../in-words';
import { defineRecord } from '../../record-type';

export const SPECIALIST_OFFERS = ['accepted', 'declined', 'not-made'] as const;

/**
 * An incident that police were called to, or that was reported to them. It counts as domestic abuse unless police say that it was not.
 * The questions follow what the reviews found missing: were children there, what happened before, was a specialist offered.
 */
export class PoliceIncidentRecorded extends CommonData {
  /** The number under which police recorded the incident. Whatever is published of the incident later names it again. */
  @Identifier()
  incidentNumber: string;

  /**
   * What was done (Domestic Abuse Act 2021, section 1, and the crimes that police record beside it). Any number of them. fgm: female
   * genital mutilation.
   */
  @AnyOf(NATURES_OF_ABUSE)
  nature: NatureOfAbuse[];

  /** Whether children saw or heard it, or live there (Domestic Abuse Act 2021, section 3: children are victims in their own right). */
  @YesNo()
  @Optional()
  childrenPresent?: boolean;

  /** How many earlier incidents police hold. */
  @Count()
  @Optional()
  previousIncidents?: number;

  /** Where it happened, in words. */
  @Text('protected')
  @Optional()
  location?: string;

  /** Whether the victim was offered a specialist service, and what they said. */
  @OneOf(SPECIALIST_OFFERS)
  @Optional()
  specialistOffer?: (typeof SPECIALIST_OFFERS)[number];
}

export const policeIncidentRecorded = defineRecord({
  type: 'throughline.police.incident-recorded.v1',
  data: PoliceIncidentRecorded,
  example: {
    people: [
      {
        ref: 'police:N-1042',
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
        ref: 'police:N-1043',
        role: 'person-posing-risk',
        details: { given: 'Liam', family: 'Hart', dateOfBirth: '1981', sex: 'male', pncId: '2002/0073319Z' },
      },
      { ref: 'police:N-1050', role: 'child', details: { expectedOn: '2024-08-01' } },
    ],
    relationships: [
      { from: 'police:N-1042', to: 'police:N-1043', kind: 'ex-partner-of', since: '2024-01-01', until: null, inContact: true },
    ],
    separation: 'recent',
    domesticAbuse: true,
    narrative: 'Neighbour called. Both were spoken to apart.',
    incidentNumber: 'police-2024/1187',
    nature: ['physical', 'threats'],
    childrenPresent: true,
    previousIncidents: 2,
    location: 'At home',
    specialistOffer: 'accepted',
  },
  summary: (r) => `Incident recorded by police (${listed(r.data.nature)})${r.data.childrenPresent === true ? ', children present' : ''}`,
});
