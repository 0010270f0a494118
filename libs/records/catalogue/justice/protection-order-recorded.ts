import { CommonData } from '../../common-data';
import { Day, Identifier, OneOf, Optional, Ref, Refs, Text } from '../../fields';
import { inWords } from '../../in-words';
import { PROTECTION_ORDERS, type ProtectionOrder } from '../../protection-order';
import { defineRecord } from '../../record-type';

export const ORDER_STATUSES = ['applied', 'granted', 'refused', 'discharged'] as const;

/** A notice or order that protects somebody was applied for, granted, refused or discharged: whom it protects, against whom, until when. */
export class ProtectionOrderRecorded extends CommonData {
  @Identifier()
  orderId: string;

  @OneOf(PROTECTION_ORDERS)
  order: ProtectionOrder;

  @OneOf(ORDER_STATUSES)
  status: (typeof ORDER_STATUSES)[number];

  @Refs()
  protects: string[];

  @Ref()
  against: string;

  @Day()
  @Optional()
  startsOn?: string;

  @Day()
  @Optional()
  expiresOn?: string;

  @Text('protected')
  @Optional()
  conditions?: string;
}

export const protectionOrderRecorded = defineRecord({
  type: 'throughline.justice.protection-order-recorded.v1',
  data: ProtectionOrderRecorded,
  example: {
    people: [
      { ref: 'police:N-1042', role: 'victim' },
      { ref: 'police:N-1043', role: 'person-posing-risk' },
    ],
    orderId: 'police-o-61',
    order: 'non-molestation',
    status: 'granted',
    protects: ['police:N-1042'],
    against: 'police:N-1043',
    startsOn: '2024-03-08',
    expiresOn: '2025-03-07',
    conditions: 'Not to come within 100 metres',
  },
  summary: (r) =>
    `Protection order ${r.data.status} (${inWords(r.data.order)})${r.data.expiresOn === undefined ? '' : `, until ${r.data.expiresOn}`}`,
});
