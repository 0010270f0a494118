import { isUtf8 } from 'node:buffer';
import { createReadStream } from 'node:fs';

/** One line of a file of newline-delimited records. */
export interface Line {
  /** From 1. */
  readonly number: number;
  /** Bytes of the file up to the end of this line. */
  readonly end: number;
  /** As it stands in the file, or what keeps it from being a record. */
  readonly content: { readonly text: string; readonly event: object } | UnfitLine;
}

/** What keeps a line from being a record of history, and where it does. */
export interface UnfitLine {
  readonly fault: string;
  readonly pointer: string;
}

/** The most bytes of one line: a batch of one must fit into a request. */
const MOST_BYTES = 5 * 1024 * 1024 - 2;
const LINE_FEED = 0x0a;

const unfit = (fault: string): UnfitLine => ({ fault, pointer: '' });

/** The hub would stamp such a line with now: the partnership's time would leap there, and all the history after it be judged as of today. */
const UNDATED: UnfitLine = { fault: 'is missing: a line of history says when it was recorded', pointer: '/recordedtime' };

const contentOf = (bytes: Buffer): Line['content'] => {
  if (bytes.length > MOST_BYTES) return unfit('is longer than 5 MiB');
  if (!isUtf8(bytes)) return unfit('is not UTF-8');
  const text = bytes.toString('utf8');
  try {
    const event: unknown = JSON.parse(text);
    if (typeof event !== 'object' || event === null || Array.isArray(event)) return unfit('is not a JSON object');
    return 'recordedtime' in event && event.recordedtime !== null ? { text, event } : UNDATED;
  } catch {
    return unfit('is not valid JSON');
  }
};

const isBlank = (bytes: Buffer): boolean => bytes.every((byte) => byte === 0x20 || byte === 0x09 || byte === 0x0d);

/** Bytes between line feeds, and nothing else: U+2028 and its like may stand inside of JSON texts. */
async function* runs(path: string): AsyncGenerator<Buffer> {
  let parts: Buffer[] = [];
  for await (const read of createReadStream(path, { highWaterMark: 1 << 20 })) {
    const chunk = read as Buffer;
    let from = 0;
    for (let at = chunk.indexOf(LINE_FEED); at >= 0; at = chunk.indexOf(LINE_FEED, from)) {
      yield Buffer.concat([...parts, chunk.subarray(from, at)]);
      parts = [];
      from = at + 1;
    }
    if (from < chunk.length) parts.push(chunk.subarray(from));
  }
  if (parts.length > 0) yield Buffer.concat(parts);
}

/** The lines of a file, from one on; blank ones are left out. */
export async function* linesOf(path: string, from = 1): AsyncGenerator<Line> {
  let number = 0;
  let end = 0;
  for await (const bytes of runs(path)) {
    number += 1;
    end += bytes.length + 1;
    if (number >= from && !isBlank(bytes)) yield { number, end, content: contentOf(bytes) };
  }
}
