import { CommonData } from '../../common-data';
import { OneOf, Optional, YesNo } from '../../fields';
import { HOUSING_REASONS, type HousingReason } from '../../housing-reason';
import { inWords } from '../../in-words';
import { defineRecord } from '../../record-type';

/** Somebody applied as homeless. Made homeless by domestic abuse they have priority need by law (Domestic Abuse Act 2021, section 78). */
export class HomelessnessApplicationMade extends CommonData {
  /** Why the person is homeless or about to be. */
  @OneOf(HOUSING_REASONS)
  reason: HousingReason;

  /** Whether the council sees priority need already (Housing Act 1996, section 189), before it has decided. */
  @YesNo()
  @Optional()
  priorityNeed?: boolean;

  /** Whether the person was offered somewhere safe to stay while the council decides. */
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
