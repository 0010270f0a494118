import { type CommonData, tenancyStarted } from '@throughline/records';
import { acknowledgement, defineSafeguard, service, workingDays } from '@throughline/safeguards';

/** Instead of the one in force: a working day of patience. */
export const sanctuaryADayLater = defineSafeguard<CommonData>({
  id: 'sanctuary-referral',
  version: 2,
  source: { seed: '000', quote: 'referred immediately' },
  class: 'act',
  watches: 'A tenancy after rehousing.',
  tells: 'Whoever works with them',
  due: 'At once',
  silentWhen: 'It has another reason.',
  on: [tenancyStarted],
  answer: acknowledgement,
  judge: (trigger) =>
    (trigger.data as { readonly reason?: string }).reason === 'rehoused-domestic-abuse'
      ? [{ to: [service('sanctuary')], evidence: [trigger], unlessWithin: workingDays(1), reason: 'Assess the new home.' }]
      : [],
});
