import { endOfDay, type Instant, type RefToken, startOfDay } from '@throughline/kernel';
import { protectionOrderRecorded } from '@throughline/records';
import type { PersonFile } from '../case-file/person-file';

type Order = (typeof protectionOrderRecorded)['Data'];

/** A protection order as it was last told. */
export interface KnownOrder {
  readonly orderId: string;
  readonly order: Order['order'];
  readonly status: Order['status'];
  readonly protects: readonly RefToken[];
  readonly against: RefToken;
  readonly startsOn: string | null;
  readonly expiresOn: string | null;
  /** Granted, begun and not yet ended. */
  readonly inForce: boolean;
  readonly agency: string;
}

/** Every order that protects this person or is against them, in the order in which they were first told. */
export const ordersOf = (person: PersonFile, at: Instant): readonly KnownOrder[] => {
  const orders = new Map<string, KnownOrder>();
  for (const { agency, data } of person.of(protectionOrderRecorded)) {
    if (![...data.protects, data.against].some((ref) => person.has(ref))) continue;
    const { orderId, order, status } = data;
    const startsOn = data.startsOn ?? orders.get(orderId)?.startsOn ?? null;
    const expiresOn = data.expiresOn ?? orders.get(orderId)?.expiresOn ?? null;
    orders.set(orderId, {
      orderId,
      order,
      status,
      protects: data.protects as RefToken[],
      against: data.against as RefToken,
      startsOn,
      expiresOn,
      inForce:
        status === 'granted' && (startsOn === null || at >= startOfDay(startsOn)) && (expiresOn === null || at <= endOfDay(expiresOn)),
      agency,
    });
  }
  return [...orders.values()];
};
