import { CommonData } from '../../common-data';
import { Day, Identifier, Optional, Texts } from '../../fields';
import { defineRecord } from '../../record-type';

/** The Sanctuary scheme assessed a home and says what it fits: locks, a safe room, alarms. */
export class SanctuaryAssessed extends CommonData {
  /** The id of the tenancy, as the landlord published it. */
  @Identifier()
  tenancyId: string;

  /** Each measure that the scheme fits, in words: new locks, a safe room, an alarm. An empty list says that none is needed or possible. */
  @Texts('protected')
  measures: string[];

  /** The day on which the measures were fitted. Absent: they are not yet. */
  @Day()
  @Optional()
  installedOn?: string;
}

export const sanctuaryAssessed = defineRecord({
  type: 'throughline.housing.sanctuary-assessed.v1',
  data: SanctuaryAssessed,
  example: {
    people: [{ ref: 'sanctuary:N-1042', role: 'victim' }],
    tenancyId: 'housing-t-4410',
    measures: ['New locks', 'Letterbox guard'],
    installedOn: '2024-03-07',
  },
  summary: (r) =>
    `Sanctuary assessed, measures: ${r.data.measures.length}${r.data.installedOn === undefined ? '' : `, installed on ${r.data.installedOn}`}`,
});
