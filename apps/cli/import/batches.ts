import type { Line, UnfitLine } from './lines';

/** A line that may be a record, ready to be sent. */
export interface RecordLine {
  readonly number: number;
  readonly text: string;
  readonly event: object;
}

/** Lines that go out together, and those met on the way that are no record of history. */
export interface Batch {
  readonly records: readonly RecordLine[];
  readonly faulty: readonly (UnfitLine & { readonly number: number })[];
  /** The last line that this batch covers, and the bytes of the file up to its end. */
  readonly last: number;
  readonly end: number;
}

const MOST_RECORDS = 1_000;
const MOST_BYTES = 5 * 1024 * 1024;

/** The body of a batch: the lines as they stand in the file. */
export const bodyOf = ({ records }: Batch): string => `[${records.map(({ text }) => text).join(',')}]`;

/** Lines in batches of what one request may hold: 1,000 records and 5 MiB. */
export async function* batchesOf(lines: AsyncIterable<Line>): AsyncGenerator<Batch> {
  let records: RecordLine[] = [];
  let faulty: Batch['faulty'][number][] = [];
  let [bytes, last, end] = [2, 0, 0];
  for await (const line of lines) {
    const { number, content } = line;
    const weight = 'text' in content ? Buffer.byteLength(content.text) + 1 : 0;
    if (records.length === MOST_RECORDS || bytes + weight > MOST_BYTES) {
      yield { records, faulty, last, end };
      [records, faulty, bytes] = [[], [], 2];
    }
    if ('text' in content) records.push({ number, ...content });
    else faulty.push({ number, ...content });
    bytes += weight;
    last = number;
    end = line.end;
  }
  if (last > 0) yield { records, faulty, last, end };
}
