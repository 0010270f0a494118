import { readFileSync } from 'node:fs';
import { contactRecorded } from '@throughline/records';
import { acknowledgement, defineSafeguard } from '@throughline/safeguards';

/** Wants what no safeguard may have. */
export default defineSafeguard({
  id: 'reaching-out',
  version: 1,
  source: { seed: '000', quote: '' },
  class: 'act',
  watches: 'Nothing.',
  tells: 'Whoever works with them',
  due: 'At once',
  silentWhen: 'Always.',
  on: [contactRecorded],
  answer: acknowledgement,
  judge: () => {
    readFileSync('/etc/hostname');
    return [];
  },
});
