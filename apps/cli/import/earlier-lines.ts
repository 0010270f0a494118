import { createHash } from 'node:crypto';
import { parseInstant } from '@throughline/kernel';
import { canonicalJson } from '@throughline/seal';
import type { RecordLine } from './batches';
import { linesOf } from './lines';

/** A record of an earlier line that a later one corrects or retracts, as the hub's check wants to be told of it. */
export interface EarlierRecord {
  readonly partnership: string;
  readonly source: string;
  readonly id: string;
  readonly type: string;
  readonly agency: string;
  readonly subject: string;
}

type Fields = Readonly<Record<string, unknown>>;

const keyOf = (partnership: unknown, named: unknown): string | undefined => {
  const { source, id } = (typeof named === 'object' && named !== null ? named : {}) as Fields;
  return typeof source === 'string' && typeof id === 'string' ? JSON.stringify([partnership, source, id]) : undefined;
};

/** The key of what a correction or a retraction is about. */
const amendedKey = (event: Fields): string | undefined => {
  const data = (typeof event['data'] === 'object' && event['data'] !== null ? event['data'] : {}) as Fields;
  return keyOf(event['partnership'], data['corrects'] ?? data['retracts']);
};

/** Attributes that a retry may change. */
const NO_CONTENT = ['specversion', 'datacontenttype', 'recordedtime', 'traceparent', 'tracestate'];

const hashed = (text: string, bytes: number): string => createHash('sha256').update(text).digest().toString('latin1', 0, bytes);

const contentOf = (event: Fields): string | undefined => {
  const { time } = event;
  const moment = typeof time === 'string' ? (parseInstant(time) ?? time) : time;
  try {
    return hashed(
      canonicalJson({ ...Object.fromEntries(Object.entries(event).filter(([name]) => !NO_CONTENT.includes(name))), time: moment }),
      8,
    );
  } catch {
    // Half a surrogate pair: the hub says so with its pointer.
    return undefined;
  }
};

/**
 * What a check of a part of a file has to know of the lines before it, in as little memory as that takes: a hash of each key and content, and of
 * those records that a correction or a retraction names, what the hub needs to judge it.
 */
export class EarlierLines {
  private readonly contents = new Map<string, string>();
  private readonly records = new Map<string, EarlierRecord>();

  private constructor(private readonly amended: ReadonlySet<string>) {}

  /** Reads the files once for what their corrections and retractions name. */
  static async before(files: readonly string[]): Promise<EarlierLines> {
    const amended = new Set<string>();
    for (const file of files) {
      for await (const { content } of linesOf(file)) {
        const key = 'event' in content ? amendedKey(content.event as Fields) : undefined;
        if (key !== undefined) amended.add(key);
      }
    }
    return new EarlierLines(amended);
  }

  /** The records of earlier lines that these amend. */
  amendedBy(records: readonly RecordLine[]): readonly EarlierRecord[] {
    const found = records.map(({ event }) => this.records.get(amendedKey(event as Fields) ?? ''));
    return [...new Set(found.filter((record) => record !== undefined))];
  }

  /** Takes lines up; answers the numbers of those whose key an earlier line has with other content. */
  add(records: readonly RecordLine[]): readonly number[] {
    const conflicts: number[] = [];
    for (const { number, event } of records) {
      const fields = event as Fields;
      const key = keyOf(fields['partnership'], fields);
      const content = contentOf(fields);
      if (key === undefined || content === undefined) continue;
      const short = hashed(key, 12);
      const before = this.contents.get(short);
      if (before === undefined) this.contents.set(short, content);
      else if (before !== content) conflicts.push(number);
      if (this.amended.has(key)) this.keep(key, fields);
    }
    return conflicts;
  }

  private keep(key: string, { partnership, source, id, type, subject }: Fields): void {
    if (typeof partnership !== 'string' || typeof source !== 'string' || typeof id !== 'string') return;
    if (typeof type !== 'string' || typeof subject !== 'string') return;
    this.records.set(key, { partnership, source, id, type, subject, agency: source.split('/')[2] ?? '' });
  }
}
