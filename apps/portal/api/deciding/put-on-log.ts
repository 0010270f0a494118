import { randomUUID } from 'node:crypto';
import { formatInstant, type RefToken } from '@throughline/kernel';
import { HUB_SOURCE, type HubType, writeEnvelope } from '@throughline/records';
import type { Reading } from '../parts';

/** Where the log has what was decided: `northgate:1234`. */
export interface Decided {
  readonly position: string;
}

/** What somebody decided, as the hub writes it down. */
interface Decision {
  readonly partnership: string;
  readonly type: HubType;
  readonly subject?: RefToken;
  readonly data: Readonly<Record<string, unknown>>;
}

/** Puts a decision on the log as a record of the hub; it has its effect there, and is on the log when this settles. */
export const putOnLog = async (
  { sealer, log, clock }: Pick<Reading, 'sealer' | 'log' | 'clock'>,
  { partnership, ...decision }: Decision,
): Promise<Decided> => {
  const now = formatInstant(clock());
  const record = { ...decision, partnership, source: HUB_SOURCE, id: randomUUID(), time: now, recordedtime: now };
  const [position] = await log.append([{ partnership, value: writeEnvelope(await sealer.sealRecord(record)) }]);
  if (position === undefined) throw new Error('the log answered no position');
  return { position: `${partnership}:${String(position)}` };
};
