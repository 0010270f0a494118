import { hasDomesticAbuseHistory, household, type KnownOrder, ordersOf } from '@throughline/projections';
import { caseClosed, inWords, is, protectionOrderRecorded, type RecordKey } from '@throughline/records';
import { agency, defineSafeguard, type JudgedCase, workingDays } from '../safeguard';

/** Every order that the hub knows to protect somebody of the household, each once. */
const knownOrders = (file: JudgedCase): readonly KnownOrder[] => {
  const orders = household(file).flatMap((member) =>
    ordersOf(member, file.at).filter(({ protects }) => protects.some((ref) => member.has(ref))),
  );
  return [...new Map(orders.map((order) => [order.orderId, order])).values()];
};

/** The records that tell of these orders, in the order of the log. */
const tellingOf = (orders: readonly KnownOrder[], file: JudgedCase): readonly RecordKey[] => {
  const ids = new Set(orders.map(({ orderId }) => orderId));
  const records = household(file).flatMap((member) => member.of(protectionOrderRecorded).filter(({ data }) => ids.has(data.orderId)));
  return [...new Map(records.map((record) => [record.index, record])).values()].sort((one, other) => one.index - other.index);
};

const told = ({ orderId, order, status, expiresOn }: KnownOrder): string =>
  `${inWords(order)} ${orderId} (${status}${expiresOn === null ? '' : `, until ${expiresOn}`})`;

/** Before a case closes somebody looks whether a court protects the family. */
export const closureOrdersUnchecked = defineSafeguard({
  id: 'closure-orders-unchecked',
  version: 1,
  source: { seed: '004', quote: 'Before case closure, attempts should be made to see if protection orders have been granted' },
  class: 'act',
  watches: 'A case with a history of domestic abuse is closed and nobody has checked for protection orders.',
  tells: 'The closing agency, with the orders that the hub knows',
  due: '2 working days',
  silentWhen: 'Protection orders were checked, or there is no domestic abuse in the history.',
  on: [caseClosed],
  answer: {
    words: 'A corrected closure that says that protection orders were checked',
    records: [caseClosed],
    when: (record, alert, file) => {
      const closure = file.person.entry(alert.trigger);
      const same = closure !== undefined && is(caseClosed, closure) && is(caseClosed, record) && record.data.caseId === closure.data.caseId;
      return same && is(caseClosed, record) && record.data.protectionOrdersChecked === true;
    },
  },
  judge: (trigger, file) => {
    if (trigger.data.protectionOrdersChecked === true || !hasDomesticAbuseHistory(file)) return [];
    const orders = knownOrders(file);
    const known = orders.length === 0 ? 'The hub knows of none.' : `The hub knows of these: ${orders.map(told).join('; ')}.`;
    return [
      {
        to: [agency(trigger.agency)],
        evidence: [trigger, ...tellingOf(orders, file)],
        due: workingDays(2),
        reason: `Case ${trigger.data.caseId} was closed and nobody has recorded a check for protection orders: check, and correct the closure. ${known}`,
      },
    ];
  },
});
