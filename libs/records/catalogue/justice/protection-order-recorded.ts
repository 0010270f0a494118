import { CommonData } from '../../common-data';
import { Day, Identifier, OneOf, Optional, Ref, Refs, Text } from '../../fields';
import { inWords } from '../../in-words';
import { PROTECTION_ORDERS, type ProtectionOrder } from '../../protection-order';
import { defineRecord } from '../../record-type';

export const ORDER_STATUSES = ['applied', 'granted', 'refused', 'discharged'] as const;

/** A notice or order that protects somebody was applied for, granted, refused or discharged: whom it protects, against whom, until when. */
export class ProtectionOrderRecorded extends CommonData {
  /** The id of the order. Whatever is published of the order later names it again. */
  @Identifier()
  orderId: string;

  /**
   * Which notice or order. dvpn, dvpo: domestic violence protection notice and order (Crime and Security Act 2010). dapn, dapo: domestic
   * abuse protection notice and order (Domestic Abuse Act 2021, part 3). non-molestation, occupation: Family Law Act 1996. restraining:
   * made by a criminal court.
   */
  @OneOf(PROTECTION_ORDERS)
  order: ProtectionOrder;

  /** How it stands: applied for and not yet decided, granted (a notice: given), refused, or discharged before its end. */
  @OneOf(ORDER_STATUSES)
  status: (typeof ORDER_STATUSES)[number];

  /** The people whom it protects. */
  @Refs()
  protects: string[];

  /** The person whom it binds. */
  @Ref()
  against: string;

  /** The first day on which it holds. */
  @Day()
  @Optional()
  startsOn?: string;

  /** The last day on which it holds. Absent: it has no end, or nobody recorded it. */
  @Day()
  @Optional()
  expiresOn?: string;

  /** What it forbids or asks, in the order's words. */
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
