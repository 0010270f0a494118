import type { RefToken } from '@throughline/kernel';
import { type Entry, involvedAgencies, ordersOf, type PersonFile, victimsOf } from '@throughline/projections';
import { inWords, orderBreached as breachRecorded, protectionOrderRecorded } from '@throughline/records';
import { acknowledgement, agency, defineSafeguard, type JudgedCase, service } from '../safeguard';

type Breach = Entry<(typeof breachRecorded)['Data']>;

/** A child is protected by name too. */
const AT_RISK = ['victim', 'child', 'parent-or-carer'] as const;

const sameOrder = ({ data }: Breach, known: { readonly orderId: string; readonly order: string }): boolean =>
  data.orderId === undefined ? known.order === data.order : known.orderId === data.orderId;

/** The victims of the breach; where the record names none, those whom the broken order protects. */
const protectedBy = (breach: Breach, file: JudgedCase): ReadonlyMap<PersonFile, RefToken> => {
  const victims = victimsOf(breach, file);
  if (victims.size > 0) return victims;
  const beside = file.person.companions();
  const known = ordersOf(file.person, file.at)
    .filter((order) => sameOrder(breach, order))
    .flatMap(({ protects }) => protects)
    .filter((ref) => AT_RISK.some((role) => beside.get(ref)?.has(role) === true));
  return new Map(known.map((ref) => [file.fileOf(ref), ref]));
};

/** Whoever breaks an order is held to it: everybody who works with the person whom it protects knows at once. */
export const orderBreached = defineSafeguard({
  id: 'order-breached',
  version: 1,
  source: { seed: '000', quote: 'convicted of causing Grievous Bodily Harm and breaching restraining orders' },
  class: 'now',
  watches: 'An order that protects somebody was breached.',
  tells: 'Police, the IDVA service, MARAC, involved agencies',
  due: 'No time; it is acknowledged',
  silentWhen: 'An involved agency is not told of the breach that it recorded.',
  on: [breachRecorded],
  answer: acknowledgement,
  judge: (trigger, file) => {
    const victims = protectedBy(trigger, file);
    const reason = `A protection order was broken (${inWords(trigger.data.order)}): act on the breach, and review what keeps the person safe.`;
    const always = [service('police'), service('idva'), service('marac')];
    if (victims.size === 0) return [{ to: always, evidence: [trigger], reason }];
    return [...victims].map(([victim, about]) => {
      const order = victim.of(protectionOrderRecorded).findLast(({ data }) => sameOrder(trigger, data));
      const involved = involvedAgencies(file, victim).map((involvement) => involvement.agency);
      return {
        to: [...always, ...involved.filter((code) => code !== trigger.agency).map(agency)],
        about,
        evidence: order === undefined ? [trigger] : [trigger, order],
        reason,
      };
    });
  },
});
