import type { HubClient, NamedFault } from '../hub/hub-client';
import { type Batch, batchesOf } from './batches';
import type { EarlierLines } from './earlier-lines';
import { type LineFault, lineFaults, unsentFaults } from './line-fault';
import type { Line } from './lines';

const conflict = (file: string, line: number): LineFault => ({
  file,
  line,
  pointer: '/id',
  detail: 'is the id of another record of this source, with other content, in an earlier line',
  status: 409,
});

const faultsOf = async (hub: HubClient, file: string, batch: Batch, earlier: EarlierLines): Promise<readonly LineFault[]> => {
  const unread = unsentFaults(file, batch);
  const { records } = batch;
  const amended = earlier.amendedBy(records);
  const conflicts = earlier.add(records).map((line) => conflict(file, line));
  if (records.length === 0) return unread;
  const body = `{"records":[${records.map(({ text }) => text).join(',')}],"earlier":${JSON.stringify(amended)}}`;
  const { errors } = (await hub.post('/v1/operate/import/check', body)) as { errors: readonly NamedFault[] };
  const named = lineFaults(file, records, errors);
  const isNew = ({ line, pointer }: LineFault): boolean => !named.some((fault) => fault.line === line && fault.pointer === pointer);
  return [...unread, ...named, ...conflicts.filter(isNew)].sort((one, other) => one.line - other.line);
};

/** Every fault of these lines of a file, found by the hub without storing anything. */
export async function* checkFile(
  hub: HubClient,
  file: string,
  lines: AsyncIterable<Line>,
  earlier: EarlierLines,
): AsyncGenerator<{ readonly faults: readonly LineFault[]; readonly end: number }> {
  for await (const batch of batchesOf(lines)) {
    yield { faults: await faultsOf(hub, file, batch, earlier), end: batch.end };
  }
}
