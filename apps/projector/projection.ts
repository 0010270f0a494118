import { refNumber, type RefToken } from '@throughline/kernel';
import { type LogEntry, OffsetMoved } from '@throughline/log';
import { inTransaction } from '@throughline/platform';
import { CaseNotAtHand, type Matching, PartnershipState, type Safeguard } from '@throughline/safeguards';
import type { Opener } from '@throughline/seal';
import type { Pool, PoolClient } from 'pg';
import { Entries } from './batch/entries';
import { type Group, GroupFold, type History, wantedBy } from './batch/fold-group';
import type { GroupRows } from './batch/group-rows';
import { isReadable, type StoredRecord, storedRecord, type UnreadableRecord } from './batch/stored-record';
import { GenerationReplaced, isReplaced } from './generations';
import { Loader } from './loading/loader';
import { CaseMemory } from './memory/case-memory';
import { HeldPartnership } from './memory/held-partnership';
import { pastOf } from './past';
import { writeOutbox } from './writing/write-outbox';
import { writeRows } from './writing/write-rows';

/** How a projection reads the log and what it judges with. */
export interface ProjectionParts {
  readonly pool: Pool;
  readonly schema: string;
  readonly opener: Opener;
  readonly matching: Matching;
  readonly safeguards: readonly Safeguard[];
  /** Whether outcomes go back on the log: live they do, in a rebuild the log has them already. */
  readonly derive: boolean;
  /**
   * Records that a database refused before, by `partnership:position`, and why. A rebuild sets the same ones aside, though this
   * database would take them by now: what they had of effect they had when they were tried again.
   */
  readonly refused?: ReadonlyMap<string, string>;
  /** What this process remembers of people: one for all partitions that it reads. By default one for this partition alone. */
  readonly memory?: CaseMemory;
}

const REFUSED = 'the database refused it';

/** PostgreSQL's word for data that it cannot take: the record is set aside, however often it is tried. */
const isUnprocessable = (reason: unknown): reason is { code: string } =>
  typeof reason === 'object' && reason !== null && 'code' in reason && typeof reason.code === 'string' && /^2[23]/.test(reason.code);

/**
 * Projects one partition of the log into one generation: a batch is one transaction, with the offset compared and set in it.
 * What is held in memory is a copy of what was committed; any failure throws it away.
 */
export class PartitionProjection {
  private readonly held = new Map<string, HeldPartnership>();
  private readonly memory: CaseMemory;
  /** The offset that the tables stand at, as this owner last saw them. */
  private reached = 0n;
  /** Whether an earlier engine judged a part of the log: that part is reenacted. */
  private hasPast = false;
  /** Those whom a rule asked about and who were not in memory, until the batch has been applied. */
  private readonly called = new Map<string, Set<RefToken>>();

  constructor(
    private readonly partition: number,
    private readonly parts: ProjectionParts,
  ) {
    this.memory = parts.memory ?? new CaseMemory();
  }

  /** The offset from which this generation has yet to read. Fails with `GenerationReplaced`. */
  async start(): Promise<bigint> {
    const { pool, schema } = this.parts;
    await pool.query(`INSERT INTO ${schema}.progress (partition, next_offset) VALUES ($1, 0) ON CONFLICT DO NOTHING`, [this.partition]);
    const { rows } = await pool.query<{ next_offset: bigint }>(`SELECT next_offset FROM ${schema}.progress WHERE partition = $1`, [
      this.partition,
    ]);
    this.reached = rows[0]?.next_offset ?? 0n;
    if (isReplaced(this.reached)) throw new GenerationReplaced('another generation of the tables has taken the place of this one');
    this.hasPast = ((await pool.query(`SELECT 1 FROM ${schema}.past_until LIMIT 1`)).rowCount ?? 0) > 0;
    return this.reached;
  }

  /** MUST be called when this partition is read no more: others share its memory. */
  forget(): void {
    this.memory.forget(this.held.values());
    this.held.clear();
  }

  /** Applies entries in order. A record that cannot be stored is found by halving the batch, and set aside. */
  async apply(delivered: readonly LogEntry[], poisoned: ReadonlyMap<bigint, string> = this.refusedAmong(delivered)): Promise<void> {
    const entries = delivered.filter((entry) => entry.offset >= this.reached);
    const first = entries[0];
    const last = entries.at(-1);
    if (first === undefined || last === undefined) return;
    try {
      await this.commit(entries, last.offset + 1n, poisoned);
    } catch (reason) {
      this.forget();
      if (reason instanceof CaseNotAtHand && this.callFor(reason)) {
        await this.apply(entries, poisoned);
        return;
      }
      if (!isUnprocessable(reason)) throw reason;
      if (entries.length === 1) {
        if (poisoned.has(first.offset)) throw reason;
        await this.apply(entries, new Map([[first.offset, `${REFUSED} (${reason.code})`]]));
        return;
      }
      const half = entries.length >>> 1;
      await this.apply(entries.slice(0, half), poisoned);
      await this.apply(entries.slice(half), poisoned);
    }
  }

  /** Somebody whom a rule asked about is brought with the batch when it is tried again; answers whether that is new. */
  private callFor({ partnership, ref }: CaseNotAtHand): boolean {
    const called = this.called.get(partnership) ?? new Set<RefToken>();
    this.called.set(partnership, called);
    if (called.has(ref)) return false;
    called.add(ref);
    return true;
  }

  private refusedAmong(entries: readonly LogEntry[]): ReadonlyMap<bigint, string> {
    const { refused } = this.parts;
    if (refused === undefined || refused.size === 0) return new Map();
    return new Map(
      entries.flatMap(({ partnership, position, offset }) => {
        const reason = refused.get(`${partnership}:${position}`);
        return reason === undefined ? [] : [[offset, reason] as const];
      }),
    );
  }

  private async commit(entries: readonly LogEntry[], next: bigint, poisoned: ReadonlyMap<bigint, string>): Promise<void> {
    const records = entries.map(storedRecord);
    await inTransaction(this.parts.pool, async (client) => {
      const { schema } = this.parts;
      const moved = await client.query(`UPDATE ${schema}.progress SET next_offset = $3 WHERE partition = $1 AND next_offset = $2`, [
        this.partition,
        this.reached,
        next,
      ]);
      if (moved.rowCount !== 1) throw new OffsetMoved('the offset of this partition was moved by another owner');
      const groups = await this.fold(client, records, poisoned);
      await writeRows(client, schema, groups);
      if (this.parts.derive) await writeOutbox(client, groups);
    });
    this.reached = next;
    this.called.clear();
    this.memory.done(this.heldOf(entries.map(({ partnership }) => partnership)));
  }

  private async fold(
    client: PoolClient,
    records: readonly (StoredRecord | UnreadableRecord)[],
    poisoned: ReadonlyMap<bigint, string>,
  ): Promise<readonly GroupRows[]> {
    const { opener, matching, schema } = this.parts;
    const byPartnership = new Map<string, (StoredRecord | UnreadableRecord)[]>();
    for (const record of records) {
      const group = byPartnership.get(record.entry.partnership);
      if (group === undefined) byPartnership.set(record.entry.partnership, [record]);
      else group.push(record);
    }
    await this.remember(client, [...byPartnership.keys()]);
    const source = new Loader(client, schema, opener, matching);
    const held = (partnership: string): HeldPartnership => {
      const found = this.held.get(partnership);
      if (found === undefined) throw new Error('a partnership was folded before it was remembered');
      return found;
    };
    const stored = await source.digestsOf(
      new Map([...byPartnership].map(([partnership, group]) => [held(partnership).state, group.map((record) => record.key)])),
    );
    const past = this.hasPast ? await pastOf(client, schema, [...byPartnership].map(rangeOf)) : new Map<string, History>();
    const groups: Group[] = [];
    const keyrings = new Map(
      await Promise.all(
        [...byPartnership].map(async ([partnership, group]) => {
          const numbers = group.flatMap((record) => (isReadable(record) ? record.envelope.sealed.map((part) => refNumber(part.ref)) : []));
          return [partnership, await opener.prepare(partnership, numbers)] as const;
        }),
      ),
    );
    for (const [partnership, group] of byPartnership) {
      const keyring = keyrings.get(partnership) ?? new Map();
      const { state, engine } = held(partnership);
      const history = past.get(partnership);
      groups.push({
        state,
        engine,
        records: group,
        stored: stored.get(state) ?? new Map(),
        entries: new Entries(opener, keyring),
        poisoned,
        ...(history === undefined ? {} : { history }),
      });
    }
    await source.bringDue(new Map(groups.map((group) => [group.state, horizon(group)])));
    await source.bring(groups.map((group) => wantedBy(group, matching)));
    await source.bring(groups.map(({ state }) => ({ state, refs: this.called.get(state.partnership) ?? [] })));
    const rows: GroupRows[] = [];
    for (const group of groups) rows.push(await new GroupFold(group, source, matching).fold());
    return rows;
  }

  private heldOf(partnerships: readonly string[]): readonly HeldPartnership[] {
    return [...new Set(partnerships)].flatMap((partnership) => this.held.get(partnership) ?? []);
  }

  /** Takes up partnerships where their tables stand. */
  private async remember(client: PoolClient, partnerships: readonly string[]): Promise<void> {
    this.memory.use(this.heldOf(partnerships));
    const missing = partnerships.filter((partnership) => !this.held.has(partnership));
    if (missing.length === 0) return;
    const { rows } = await client.query<{
      partnership: string;
      size: bigint;
      last_position: bigint;
      log_time: bigint;
      clock_started: boolean;
      settings: string | null;
    }>(`SELECT * FROM ${this.parts.schema}.partnerships WHERE partnership = ANY($1)`, [missing]);
    for (const partnership of missing) {
      const state = new PartnershipState(partnership);
      const row = rows.find((each) => each.partnership === partnership);
      if (row !== undefined) {
        state.nextIndex = Number(row.size);
        state.lastPosition = Number(row.last_position);
        state.logTime = Number(row.log_time);
        state.clockStarted = row.clock_started;
        if (row.settings !== null) state.settings = JSON.parse(row.settings) as NonNullable<PartnershipState['settings']>;
      }
      const { matching, safeguards } = this.parts;
      this.held.set(partnership, new HeldPartnership(state, matching, safeguards, () => this.held.delete(partnership)));
    }
    this.memory.use(this.heldOf(missing));
  }
}

/** The latest log time that a group reaches. */
const horizon = (group: Group): number =>
  group.records.reduce((latest, record) => (isReadable(record) ? Math.max(latest, record.recordedtime) : latest), group.state.logTime);

const rangeOf = ([partnership, records]: readonly [string, readonly (StoredRecord | UnreadableRecord)[]]) => ({
  partnership,
  first: records[0]?.position ?? 0,
  last: records.at(-1)?.position ?? 0,
});

/** What the database of a generation refused. */
export const refusedIn = async (pool: Pool, schema: string): Promise<ReadonlyMap<string, string>> => {
  const { rows } = await pool.query<{ place: string; reason: string }>(
    `SELECT partnership || ':' || position AS place, reason FROM ${schema}.set_aside WHERE index IS NOT NULL AND starts_with(reason, $1)`,
    [REFUSED],
  );
  return new Map(rows.map(({ place, reason }) => [place, reason]));
};
