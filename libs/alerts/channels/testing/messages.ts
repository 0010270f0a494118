import { randomUUID } from 'node:crypto';
import type { AlertNotice, Message, Target } from '../channel';

let made = 0;

/** A message about an alert that no other has. */
export const messageTo = (target: Target, notice: Partial<AlertNotice> = {}): Message => {
  made += 1;
  const alert = `a-${randomUUID()}`;
  return {
    key: `${alert}.12-0`,
    partnership: 'northgate',
    agency: 'sanctuary',
    reference: '5F00BA4411',
    target,
    notice: {
      alert,
      change: 'raised',
      number: made,
      safeguard: 'sanctuary-referral',
      class: 'now',
      to: { agency: 'sanctuary', service: 'sanctuary' },
      status: 'open',
      raisedAt: '2024-03-04T09:00:00.000Z',
      dueAt: '2024-03-05T09:00:00.000Z',
      at: '2024-03-04T09:00:00.100Z',
      item: 'f00d',
      ...notice,
    },
  };
};
