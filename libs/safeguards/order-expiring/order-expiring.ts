import { addDays, endOfDay, type RefToken } from '@throughline/kernel';
import { type Entry, involvedAgencies, type PersonFile } from '@throughline/projections';
import { inWords, is, type ProtectionOrder, protectionOrderRecorded } from '@throughline/records';
import { type Alert, isLive } from '../alert';
import { type Addressee, agency, defineSafeguard, type Finding, type JudgedCase, service } from '../safeguard';

type Order = Entry<(typeof protectionOrderRecorded)['Data']>;

const ID = 'order-expiring';

/** Notices last 48 hours: there is no time in which they are about to end. */
const NOTICES: ReadonlySet<ProtectionOrder> = new Set<ProtectionOrder>(['dvpn', 'dapn']);

const orderOf = (alert: Alert, person: PersonFile): Order | undefined => {
  const trigger = person.entry(alert.trigger);
  return trigger !== undefined && is(protectionOrderRecorded, trigger) ? trigger : undefined;
};

const protects = ({ data }: Order, person: PersonFile): boolean => data.protects.some((ref) => person.has(ref));

/** Whether an order protects somebody whom another does: this person, or whom both name. */
const protectsToo = (newer: Order, older: Order, person: PersonFile): boolean =>
  protects(newer, person) || newer.data.protects.some((ref) => older.data.protects.includes(ref));

/** Whether this order lasts longer than another against the same person, or is the same one extended. */
const outlasts = (newer: Order, older: Order, file: JudgedCase): boolean => {
  if (newer.data.status !== 'granted' || NOTICES.has(newer.data.order)) return false;
  const until = newer.data.expiresOn;
  const same = file.fileOf(newer.data.against as RefToken) === file.fileOf(older.data.against as RefToken);
  return same && (until === undefined ? newer.data.orderId !== older.data.orderId : until > (older.data.expiresOn ?? ''));
};

const ends = (record: Order, order: Order): boolean => record.data.orderId === order.data.orderId && record.data.status === 'discharged';

const POLICE: readonly Addressee[] = [service('police')];

const addresseesOf = (file: JudgedCase, person: PersonFile): readonly Addressee[] => [
  service('police'),
  ...involvedAgencies(file, person).map((involvement) => agency(involvement.agency)),
];

/** The same order may have been told of by several agencies: its end is spoken of once. */
const isSpokenOf = (order: Order, person: PersonFile, file: JudgedCase, but?: Alert): boolean =>
  file.alertsAbout(person.person).some((alert) => {
    if (alert.safeguard !== ID || !isLive(alert) || (but !== undefined && alert.agency !== but.agency)) return false;
    const other = orderOf(alert, person);
    return other?.data.orderId === order.data.orderId && other.data.expiresOn === order.data.expiresOn;
  });

/** Protection does not lapse unnoticed: there is time to ask for a new order before the old one ends. */
export const orderExpiring = defineSafeguard({
  id: ID,
  version: 1,
  source: { seed: '004', quote: 'attempts should be made to see if protection orders have been granted (for example, non-molestation)' },
  class: 'act',
  watches: 'An order that protects somebody ends within 28 days (a domestic violence protection order within 7).',
  tells: 'Police, the involved agencies of the protected person',
  due: 'The end of the order',
  silentWhen: 'It was discharged, a longer order has been granted, or it is a notice that lasts 48 hours.',
  on: [protectionOrderRecorded],
  contact: true,
  answer: {
    words: 'A new order against the same person, or the discharge of this one',
    records: [protectionOrderRecorded],
    acrossRisk: true,
    when: (record, alert, file) => {
      const order = orderOf(alert, file.person);
      if (order === undefined || !is(protectionOrderRecorded, record)) return false;
      return ends(record, order) || (protectsToo(record, order, file.person) && outlasts(record, order, file));
    },
  },
  holds: (alert, file) => {
    const order = orderOf(alert, file.person);
    return order !== undefined && !isSpokenOf(order, file.person, file, alert);
  },
  addressees: (alert, file) => {
    const order = orderOf(alert, file.person);
    return order === undefined || protects(order, file.person) ? addresseesOf(file, file.person) : POLICE;
  },
  judge: (trigger, file) => {
    const { status, order, expiresOn } = trigger.data;
    if (status !== 'granted' || expiresOn === undefined || NOTICES.has(order) || endOfDay(expiresOn) <= file.at) return [];
    const { orderExpiringDays, shortOrderExpiringDays } = file.settings.thresholds;
    const opens = endOfDay(addDays(expiresOn, -(order === 'dvpo' ? shortOrderExpiringDays : orderExpiringDays)));
    const named = new Set(trigger.data.people.map(({ ref }) => ref));
    const known = (trigger.data.protects as RefToken[]).filter((ref) => named.has(ref));
    // Where whom it protects is not among its people, police are told by way of whom it binds: it does not lapse unnoticed.
    return (known.length > 0 ? known : [trigger.subject as RefToken]).flatMap((about): Finding[] => {
      const person = file.fileOf(about);
      const others = person.of(protectionOrderRecorded).filter((other) => other.index !== trigger.index && other.time >= trigger.time);
      if (others.some((other) => ends(other, trigger) || (protectsToo(other, trigger, person) && outlasts(other, trigger, file))))
        return [];
      const finding = {
        about,
        evidence: [trigger],
        due: () => endOfDay(expiresOn),
        reason: `A protection order (${inWords(order)} ${trigger.data.orderId}) ends on ${expiresOn}: decide with the person whom it protects whether to ask for a new one.`,
      };
      if (opens > file.at) return [{ ...finding, to: [agency(trigger.agency)], unlessWithin: () => opens }];
      return isSpokenOf(trigger, person, file) ? [] : [{ ...finding, to: known.length > 0 ? addresseesOf(file, person) : POLICE }];
    });
  },
});
