import { type HubClient, HubRefused, type NamedFault } from '../hub/hub-client';
import { type Batch, batchesOf, bodyOf } from './batches';
import { type LineFault, lineFaults, unsentFaults } from './line-fault';
import type { Line } from './lines';

/** What became of one batch of a file. */
export interface PublishedBatch {
  readonly accepted: number;
  readonly duplicates: number;
  readonly position: string;
  readonly faults: readonly LineFault[];
  /** Whether the file may go on: a strict import ends with the first batch that is refused. */
  readonly stored: boolean;
  readonly last: number;
  readonly end: number;
}

const BATCH = 'application/cloudevents-batch+json';

const publish = async (hub: HubClient, file: string, batch: Batch, lenient: boolean): Promise<PublishedBatch> => {
  const { records, last, end } = batch;
  const unread = unsentFaults(file, batch);
  const nothing = { accepted: 0, duplicates: 0, position: '', last, end };
  if (unread.length > 0 && !lenient) return { ...nothing, faults: unread, stored: false };
  if (records.length === 0) return { ...nothing, faults: unread, stored: true };
  try {
    const headers = { 'content-type': BATCH, ...(lenient ? { prefer: 'handling=lenient' } : {}) };
    const answer = (await hub.post('/v1/records', bodyOf(batch), headers)) as Omit<PublishedBatch, 'faults'> & {
      errors?: readonly NamedFault[];
    };
    const { accepted, duplicates, position, errors = [] } = answer;
    return { accepted, duplicates, position, faults: [...unread, ...lineFaults(file, records, errors)], stored: true, last, end };
  } catch (reason) {
    if (!(reason instanceof HubRefused) || reason.errors.length === 0) throw reason;
    return { ...nothing, faults: [...unread, ...lineFaults(file, records, reason.errors)], stored: lenient };
  }
};

/** Publishes these lines of a file, batch after batch in their order. Made twice it has its effect once. */
export async function* publishFile(
  hub: HubClient,
  file: string,
  lines: AsyncIterable<Line>,
  lenient: boolean,
): AsyncGenerator<PublishedBatch> {
  for await (const batch of batchesOf(lines)) yield await publish(hub, file, batch, lenient);
}
