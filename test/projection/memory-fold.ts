import { refNumber, type RefToken } from '@throughline/kernel';
import type { LogEntry } from '@throughline/log';
import { keyText } from '@throughline/projections';
import type { RecordKey } from '@throughline/records';
import { Engine, PartnershipState } from '@throughline/safeguards';
import type { Pool } from 'pg';
import { Entries } from '../../apps/projector/batch/entries';
import { GroupFold } from '../../apps/projector/batch/fold-group';
import type { GroupRows } from '../../apps/projector/batch/group-rows';
import { isReadable, type StoredRecord, storedRecord } from '../../apps/projector/batch/stored-record';
import type { PeopleSource } from '../../apps/projector/loading/people-source';
import type { ProjectorParts } from '../../apps/projector/projector';

/** Rows of a generation as comparable lines, table by table. */
export type Tables = Readonly<Record<string, readonly string[]>>;

/** The same fold over the whole log, with nothing but memory: what it makes must be what the tables hold. */
export class MemoryFold implements PeopleSource {
  private readonly rows = new Map<string, Map<string, unknown>>();
  private readonly refs = new Map<string, Set<RefToken>>();
  private digests = new Map<string, string>();
  private readonly bodies = new Map<string, { readonly record: StoredRecord; readonly index: number }>();

  static async of(parts: ProjectorParts, entries: readonly LogEntry[]): Promise<Tables> {
    const fold = new MemoryFold();
    for (const partnership of new Set(entries.map((entry) => entry.partnership))) {
      const all = entries.filter((entry) => entry.partnership === partnership);
      fold.digests = new Map();
      const state = new PartnershipState(partnership);
      const engine = new Engine(state, parts.matching, parts.safeguards);
      for (const entry of all) {
        const record = storedRecord(entry);
        const numbers = isReadable(record) ? record.envelope.sealed.map((part) => refNumber(part.ref)) : [];
        const opened = new Entries(parts.opener, await parts.opener.prepare(partnership, numbers));
        const group = { state, engine, records: [record], stored: fold.digests, entries: opened, poisoned: new Map<bigint, string>() };
        fold.keep(await new GroupFold(group, fold, parts.matching).fold());
      }
    }
    return Object.fromEntries(
      [...fold.rows].filter(([, rows]) => rows.size > 0).map(([table, rows]) => [table, lines([...rows.values()])]),
    );
  }

  isAtHand(): boolean {
    return true;
  }
  bring(): Promise<void> {
    return Promise.resolve();
  }
  bringDue(): Promise<void> {
    return Promise.resolve();
  }
  refsOf(_state: PartnershipState, keys: readonly RecordKey[]): Promise<readonly RefToken[]> {
    return Promise.resolve(keys.flatMap((key) => [...(this.refs.get(keyText(key)) ?? [])]));
  }
  digestsOf(): Promise<ReadonlyMap<PartnershipState, ReadonlyMap<string, string>>> {
    return Promise.resolve(new Map());
  }
  setAside(_state: PartnershipState, position: number): Promise<{ record: StoredRecord; index: number } | undefined> {
    return Promise.resolve(this.bodies.get(String(position)));
  }

  private table(name: string): Map<string, unknown> {
    const rows = this.rows.get(name) ?? new Map<string, unknown>();
    this.rows.set(name, rows);
    return rows;
  }

  private keep(group: GroupRows): void {
    const { partnership } = group.state;
    for (const { record, index, logTime } of group.records) {
      const body = record.entry.value.toString('hex');
      const row = [partnership, index, record.position, logTime, record.key.toString('hex'), record.leaf.toString('hex'), body];
      this.table('records').set(`${partnership} ${index}`, row);
      if (isReadable(record)) this.digests.set(record.key.toString('hex'), record.envelope.digest);
    }
    for (const { ref, index } of group.links)
      this.table('links').set(`${partnership} ${ref} ${index}`, [partnership, refNumber(ref), index]);
    const memberships = this.table('memberships');
    for (const { ref, person, seen, since, until, moved } of group.memberships()) {
      for (const row of memberships.values() as Iterable<unknown[]>) {
        if (moved && row[0] === partnership && row[1] === refNumber(ref) && row[5] === null) row[5] = since;
      }
      memberships.set(`${partnership} ${ref} ${since}`, [partnership, refNumber(ref), refNumber(person), seen, since, until ?? null]);
    }
    for (const { token, ref } of group.traces)
      this.table('traces').set(`${partnership} ${token} ${ref}`, [partnership, token, refNumber(ref)]);
    for (const alert of group.alerts.values()) this.table('alerts').set(alert.id, [partnership, alert]);
    for (const id of group.cancelled) this.table('deadlines').delete(id);
    for (const deadline of group.deadlines.values()) this.table('deadlines').set(deadline.id, [partnership, deadline]);
    const { nextIndex, lastPosition, logTime, clockStarted, settings } = group.state;
    this.table('partnerships').set(partnership, [partnership, nextIndex, lastPosition, logTime, clockStarted, settings]);
  }
}

const lines = (rows: readonly unknown[]): readonly string[] => rows.map((row) => JSON.stringify(row)).sort();

/** What a generation holds, in the same form. */
export const tablesOf = async (pool: Pool, schema: string): Promise<Tables> => {
  const columns: Readonly<Record<string, string>> = {
    records: `partnership, index, position, log_time, encode(key, 'hex') AS key, encode(leaf, 'hex') AS leaf, encode(body, 'hex') AS body`,
    links: 'partnership, ref, index',
    memberships: 'partnership, ref, person, seen, since, until',
    traces: `partnership, encode(token, 'hex') AS token, ref`,
    alerts: 'partnership, alert::json AS alert',
    deadlines: 'partnership, deadline::json AS deadline',
    partnerships: 'partnership, size, last_position, log_time, clock_started, settings::json AS settings',
  };
  const tables: Record<string, readonly string[]> = {};
  for (const [name, list] of Object.entries(columns)) {
    const { rows } = await pool.query<Record<string, unknown>>(`SELECT ${list} FROM ${schema}.${name}`);
    if (rows.length > 0)
      tables[name] = lines(rows.map((row) => Object.values(row).map((value) => (typeof value === 'bigint' ? Number(value) : value))));
  }
  return tables;
};
