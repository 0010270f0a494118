import { CommonData } from '../../common-data';
import { OneOf, Optional, YesNo } from '../../fields';
import { HOUSING_REASONS, type HousingReason } from '../../housing-reason';
import { inWords } from '../../in-words';
import { defineRecord } from '../../record-type';

/** Somebody applied as homeless. Made homeless by domestic abuse they have priority need by law (Domestic Abuse Act 2021, section 78). */
export class HomelessnessApplicationMade extends CommonData {
  @OneOf(HOUSING_REASONS)
  reason: HousingReason;

  @YesNo()
  @Optional()
  priorityNeed?: boolean;

  @YesNo()
  @Optional()
  safeAccommodationOffered?: boolean;
}

export const homelessnessApplicationMade = defineRecord({
  type: 'throughline.housing.homelessness-application-made.v1',
  data: HomelessnessApplicationMade,
  example: {
    people: [{ ref: 'housing:N-1042', role: 'victim' }],
    reason: 'domestic-abuse',
    priorityNeed: true,
    safeAccommodationOffered: true,
  },
  summary: (r) => `Homelessness application made (${inWords(r.data.reason)})`,
});
