import { londonDay } from '@throughline/kernel';
import { contactRecorded } from '@throughline/records';
import { acknowledgement, agency, defineSafeguard } from '@throughline/safeguards';

/** A new one, and far too loud. */
export default defineSafeguard({
  id: 'every-contact',
  version: 1,
  source: { seed: '000', quote: '' },
  class: 'act',
  watches: 'Any contact.',
  tells: 'Whoever works with them',
  due: 'At once',
  silentWhen: 'Never.',
  on: [contactRecorded],
  answer: acknowledgement,
  judge: (trigger) => [{ to: [agency(trigger.agency)], evidence: [trigger], reason: `A contact on ${londonDay(trigger.time)}.` }],
});
