import { CommonData } from '../../common-data';
import { Day, Identifier, OneOf, Optional } from '../../fields';
import { inWords } from '../../in-words';
import { PROTECTION_ORDERS, type ProtectionOrder } from '../../protection-order';
import { defineRecord } from '../../record-type';

/** The person whom an order binds broke it. */
export class OrderBreached extends CommonData {
  /** The id of the order, as it was recorded. Absent: the order is not on the hub, or nobody knows which it was. */
  @Identifier()
  @Optional()
  orderId?: string;

  /** Which notice or order was broken. */
  @OneOf(PROTECTION_ORDERS)
  order: ProtectionOrder;

  /** The day on which it was broken. */
  @Day()
  breachedOn: string;
}

export const orderBreached = defineRecord({
  type: 'throughline.justice.order-breached.v1',
  data: OrderBreached,
  example: {
    people: [
      { ref: 'police:N-1042', role: 'victim' },
      { ref: 'police:N-1043', role: 'person-posing-risk' },
    ],
    orderId: 'police-o-61',
    order: 'non-molestation',
    breachedOn: '2024-04-02',
  },
  summary: (r) => `Protection order breached (${inWords(r.data.order)}), ${r.data.breachedOn}`,
});
