import { atRiskIn, closeFamily, concernsWhom, heardBefore, receiverOf } from '@throughline/projections';
import { referralMade } from '@throughline/records';
import { acknowledgement, agency, defineSafeguard, service } from '../safeguard';

const UNDECLARED: ReadonlySet<string | undefined> = new Set([undefined, 'never', 'not-known']);

const times = (count: number): string => (count === 1 ? 'once' : `${count} times`);

/** Whoever takes a referral knows that MARAC has heard the case, whatever the form says. */
export const maracHistoryUndeclared = defineSafeguard({
  id: 'marac-history-undeclared',
  version: 1,
  source: {
    seed: '004',
    quote: 'there was a referral received by Solace but with no mention of the case being heard at Greenwich MARAC 5 times previously',
  },
  class: 'know',
  watches:
    'A referral does not mention MARAC, or says that the case was never heard there or that this is not known, though the hub knows of a hearing.',
  tells: 'The receiving agency (with the history) and the referrer',
  due: 'No time; it is acknowledged',
  silentWhen:
    'The referral declares a history, the hub knows of no earlier hearing of anybody whom it names or of a parent or child of the person it is about, or it is about the person posing risk.',
  on: [referralMade],
  alsoLate: true,
  answer: acknowledgement,
  judge: (trigger, file) => {
    const about = concernsWhom(trigger);
    if (!UNDECLARED.has(trigger.data.maracHistory?.status) || about !== trigger.subject) return [];
    const named = atRiskIn(trigger).map((ref) => file.fileOf(ref));
    const most = [...new Set([...named, ...closeFamily(file, file.fileOf(about))])]
      .map((person) => heardBefore(person, trigger.time))
      .sort((one, other) => other.here + other.elsewhere - one.here - one.elsewhere)[0];
    if (most === undefined || most.here + most.elsewhere === 0) return [];
    const here = most.here === 0 ? [] : [`heard here ${times(most.here)}${most.lastOn === undefined ? '' : `, last on ${most.lastOn}`}`];
    const elsewhere = most.elsewhere === 0 ? [] : [`heard in another area ${times(most.elsewhere)}`];
    const history = `The case was before MARAC already: ${[...here, ...elsewhere].join('; ')}.`;
    const receiver = receiverOf(file, trigger);
    return [
      {
        to: [receiver === undefined ? service(trigger.data.service) : agency(receiver)],
        about,
        evidence: [trigger, ...most.records],
        reason: `${history} The referral does not say so: decide it with this history in mind.`,
      },
      {
        to: receiver === trigger.agency ? [] : [agency(trigger.agency)],
        about,
        evidence: [trigger, ...most.records],
        reason: `${history} Your referral does not say so: add it, and ask about MARAC with every referral.`,
      },
    ];
  },
});
