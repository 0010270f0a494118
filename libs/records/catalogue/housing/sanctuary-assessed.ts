import { CommonData } from '../../common-data';
import { Day, Identifier, Optional, Texts } from '../../fields';
import { defineRecord } from '../../record-type';

/** The Sanctuary scheme assessed a home and says what it fits: locks, a safe room, alarms. */
export class SanctuaryAssessed extends CommonData {
  @Identifier()
  tenancyId: string;

  @Texts('protected')
  measures: string[];

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
