import { hash } from 'node:crypto';
import type { RefToken } from '@throughline/kernel';
import type { RecordKey } from '@throughline/records';

/** Twenty-four hexadecimal digits that follow from what is given, and from nothing else. */
export const alertId = (parts: {
  readonly partnership: string;
  readonly safeguard: string;
  readonly agency: string;
  readonly about: RefToken;
  readonly trigger: RecordKey;
  readonly cause: string;
}): string =>
  hash(
    'sha256',
    JSON.stringify([parts.partnership, parts.safeguard, parts.agency, parts.about, parts.trigger.source, parts.trigger.id, parts.cause]),
    'hex',
  ).slice(0, 24);
