import { refNumber } from '@throughline/kernel';
import type { Log, LogEntry } from '@throughline/log';
import { BrokenSeal, type Keyring, type Opener } from '@throughline/seal';
import type { Pool } from 'pg';
import { isReadable, type StoredRecord, storedRecord } from '../batch/stored-record';
import { refusedIn } from '../projection';
import type { OpenedParts, RehearsedAlert, RehearsedRecord, SentSafeguard } from './messages';
import { RehearsalProcess } from './rehearsal-process';

export interface RehearsalParts {
  readonly pool: Pool;
  readonly log: Log;
  readonly opener: Opener;
  readonly liveSchema: () => Promise<string>;
}

export interface Rehearsed {
  /** The id of the safeguard that was sent, and whether it stood in the place of one in force. */
  readonly safeguard?: string;
  readonly replaces: boolean;
  readonly records: number;
  readonly inForce: readonly RehearsedAlert[];
  readonly withSent: readonly RehearsedAlert[];
}

export interface Rehearsing {
  readonly sent?: SentSafeguard;
  readonly partnerships: ReadonlySet<string>;
  /** Milliseconds since 1970: what takes effect later is left out. */
  readonly until?: number;
  readonly now: number;
  readonly progress: (progress: { readonly done: number; readonly total: number }) => void;
  /** Ends it: the process is killed, and nothing of it is left. */
  readonly signal: AbortSignal;
}

/** A few records at a time: between them the hub does its other work. */
const BATCH = 250;

const openedParts = (record: StoredRecord, opener: Opener, keyring: Keyring): OpenedParts | undefined => {
  try {
    const { people, address, replacement } = opener.openWith(record.envelope, keyring).data as OpenedParts;
    return {
      ...(people === undefined ? {} : { people }),
      ...(address === undefined ? {} : { address }),
      ...(replacement?.people === undefined ? {} : { replacement: { people: replacement.people } }),
    };
  } catch (reason) {
    if (reason instanceof BrokenSeal) return undefined;
    throw reason;
  }
};

const opened = async (
  entries: readonly LogEntry[],
  opener: Opener,
  refused: ReadonlyMap<string, string>,
): Promise<readonly RehearsedRecord[]> => {
  const records = entries.map((entry) => ({ entry, record: storedRecord(entry) }));
  const numbers = new Map<string, number[]>();
  for (const { entry, record } of records) {
    if (!isReadable(record)) continue;
    const some = numbers.get(entry.partnership) ?? [];
    numbers.set(entry.partnership, some);
    for (const part of record.envelope.sealed) some.push(refNumber(part.ref));
  }
  const keyrings = new Map<string, Keyring>();
  for (const [partnership, wanted] of numbers) keyrings.set(partnership, await opener.prepare(partnership, wanted));
  return records.map(({ entry, record }) => {
    const reason = refused.get(`${entry.partnership}:${entry.position}`);
    const parts = isReadable(record) ? openedParts(record, opener, keyrings.get(entry.partnership) ?? new Map()) : undefined;
    return { entry, ...(parts === undefined ? {} : { opened: parts }), ...(reason === undefined ? {} : { refused: reason }) };
  });
};

/**
 * Judges history anew, partition by partition, in a process of its own, and leaves no trace: what the safeguards in force would raise,
 * and what they would with the sent one among them.
 */
export const rehearse = async (
  parts: RehearsalParts,
  { sent, partnerships, until, now, progress, signal }: Rehearsing,
): Promise<Rehearsed> => {
  const { pool, log, opener, liveSchema } = parts;
  const rehearsal = new RehearsalProcess();
  const stop = (): void => {
    rehearsal.stop();
  };
  signal.addEventListener('abort', stop);
  try {
    const begun = await rehearsal.ask(
      {
        kind: 'begin',
        ...(sent === undefined ? {} : { sent: { name: sent.name, code: sent.code } }),
        ...(until === undefined ? {} : { until }),
      },
      'begun',
    );
    const refused = await refusedIn(pool, await liveSchema());
    const partitions = Array.from({ length: log.partitions }, (_, partition) => partition);
    const bounds = await Promise.all(partitions.map((partition) => log.bounds(partition)));
    const total = bounds.reduce((sum, { begin, end }) => sum + Number(end - begin), 0);
    const inForce: RehearsedAlert[] = [];
    const withSent: RehearsedAlert[] = [];
    let [done, records] = [0, 0];
    for (const partition of partitions) {
      const { begin: from, end: to } = bounds[partition] ?? { begin: 0n, end: 0n };
      for await (const entries of log.scan(partition, { from, to, maxEntries: BATCH })) {
        const wanted = entries.filter((entry) => partnerships.has(entry.partnership));
        if (wanted.length > 0) await rehearsal.ask({ kind: 'records', records: await opened(wanted, opener, refused) }, 'taken');
        records += wanted.length;
        done += entries.length;
        progress({ done, total });
      }
      const told = await rehearsal.ask({ kind: 'finish', now }, 'finished');
      inForce.push(...told.inForce);
      withSent.push(...(told.withSent ?? []));
    }
    return {
      ...(begun.safeguard === undefined ? {} : { safeguard: begun.safeguard }),
      replaces: begun.replaces === true,
      records,
      inForce,
      withSent,
    };
  } finally {
    signal.removeEventListener('abort', stop);
    rehearsal.stop();
  }
};
