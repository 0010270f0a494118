import type { NamedFault } from '../hub/hub-client';
import type { Batch, RecordLine } from './batches';

/** A fault of one line of a file. */
export interface LineFault {
  readonly file: string;
  readonly line: number;
  readonly pointer: string;
  readonly detail: string;
  readonly status?: number;
}

/** Faults that the hub named by their place in a batch, by the lines of the file. */
export const lineFaults = (file: string, records: readonly RecordLine[], faults: readonly NamedFault[]): readonly LineFault[] =>
  faults.map(({ index = 0, pointer = '', detail, status }) => ({
    file,
    line: records[index]?.number ?? 0,
    pointer,
    detail,
    ...(status === undefined ? {} : { status }),
  }));

/** Faults of lines that are not sent at all. */
export const unsentFaults = (file: string, { faulty }: Batch): readonly LineFault[] =>
  faulty.map(({ number, pointer, fault }) => ({ file, line: number, pointer, detail: fault }));

export const inWords = ({ file, line, pointer, detail }: LineFault): string =>
  `${file}:${line}${pointer === '' ? '' : ` ${pointer}`} ${detail}`;
