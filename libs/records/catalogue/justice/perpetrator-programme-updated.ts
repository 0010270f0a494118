import { CommonData } from '../../common-data';
import { OneOf, Text } from '../../fields';
import { defineRecord } from '../../record-type';

export const PROGRAMME_STATUSES = ['started', 'attended', 'missed', 'completed', 'withdrawn'] as const;

/** How somebody who poses a risk stands with a behaviour change programme. */
export class PerpetratorProgrammeUpdated extends CommonData {
  /** The name of the programme. */
  @Text('protected')
  programme: string;

  /** How the person stands with it now. attended and missed are about one session; withdrawn means that they left or were taken off it. */
  @OneOf(PROGRAMME_STATUSES)
  status: (typeof PROGRAMME_STATUSES)[number];
}

export const perpetratorProgrammeUpdated = defineRecord({
  type: 'throughline.justice.perpetrator-programme-updated.v1',
  data: PerpetratorProgrammeUpdated,
  example: {
    people: [
      { ref: 'change:N-1043', role: 'person-posing-risk' },
      { ref: 'change:N-1042', role: 'victim' },
    ],
    programme: 'Building Better Relationships',
    status: 'started',
  },
  summary: (r) => `Perpetrator programme: ${r.data.status}`,
});
