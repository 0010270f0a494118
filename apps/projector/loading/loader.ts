import { refNumber, type RefToken, refToken } from '@throughline/kernel';
import { PersonFile } from '@throughline/projections';
import { keyHash, readEnvelope, type RecordKey } from '@throughline/records';
import { type Alert, type Deadline, leadsOf, type Matching, type PartnershipState, type PersonCase, personCase } from '@throughline/safeguards';
import type { Opener } from '@throughline/seal';
import type { PoolClient } from 'pg';
import { Entries, keysNeededBy, type Place } from '../batch/entries';
import { isReadable, type StoredRecord, storedRecord } from '../batch/stored-record';
import type { PeopleSource, Wanted } from './people-source';

/** Pairs of a partnership and something of it, as two arrays that one statement can take for many partnerships. */
const pairs = <Item>(items: Iterable<readonly [PartnershipState, Item]>): [string[], Item[]] => {
  const partnerships: string[] = [];
  const values: Item[] = [];
  for (const [state, item] of items) {
    partnerships.push(state.partnership);
    values.push(item);
  }
  return [partnerships, values];
};

/**
 * Brings people into the states from the tables of one generation, each with everyone whom the terms may reach: those to whom they
 * lead, and the same from there, until nobody new is found. Set-based: a few statements for a whole batch of partnerships.
 */
export class Loader implements PeopleSource {
  /** References that were looked for and are in no table yet: they appear with this batch, or never. */
  private readonly absent = new Map<PartnershipState, Set<RefToken>>();
  private readonly states = new Map<string, PartnershipState>();

  constructor(
    private readonly client: PoolClient,
    private readonly schema: string,
    private readonly opener: Opener,
    private readonly matching: Matching,
  ) {}

  isAtHand(state: PartnershipState, ref: RefToken): boolean {
    return state.isLoaded(ref) || this.absent.get(state)?.has(ref) === true;
  }

  async bring(wanted: readonly Wanted[]): Promise<void> {
    for (const { state } of wanted) this.states.set(state.partnership, state);
    let refs = new Map<PartnershipState, Set<RefToken>>();
    let traces = new Map<PartnershipState, Set<string>>();
    for (const each of wanted) {
      refs.set(each.state, new Set([...(refs.get(each.state) ?? []), ...each.refs]));
      if (each.traces !== undefined) traces.set(each.state, new Set([...(traces.get(each.state) ?? []), ...each.traces]));
    }
    for (;;) {
      for (const [state, ref] of await this.tracedBy(traces)) refs.set(state, (refs.get(state) ?? new Set()).add(ref));
      const missing = [...refs].flatMap(([state, some]) =>
        [...some].filter((ref) => !this.isAtHand(state, ref)).map((ref) => [state, ref] as const),
      );
      if (missing.length === 0) return;
      const people = await this.load(missing);
      for (const [state, ref] of missing) {
        if (!state.isLoaded(ref)) this.absent.set(state, (this.absent.get(state) ?? new Set()).add(ref));
      }
      refs = new Map();
      traces = new Map();
      for (const [state, { file }] of people) {
        const leads = leadsOf(file, state.partnership, this.matching);
        const kin = refs.get(state) ?? new Set<RefToken>();
        for (const ref of leads.refs) kin.add(ref);
        refs.set(state, kin);
        const tokens = traces.get(state) ?? new Set<string>();
        for (const token of leads.traces) tokens.add(token);
        traces.set(state, tokens);
      }
    }
  }

  async bringDue(due: ReadonlyMap<PartnershipState, number>): Promise<void> {
    for (const state of due.keys()) this.states.set(state.partnership, state);
    const { rows } = await this.client.query<{ partnership: string; about: bigint }>(
      `SELECT DISTINCT d.partnership, d.about FROM unnest($1::text[], $2::bigint[]) AS w(partnership, due)
         JOIN ${this.schema}.deadlines d ON d.partnership = w.partnership AND d.due <= w.due`,
      pairs(due),
    );
    const wanted = new Map<PartnershipState, RefToken[]>();
    for (const row of rows) {
      const state = this.states.get(row.partnership);
      if (state !== undefined) wanted.set(state, [...(wanted.get(state) ?? []), refToken(Number(row.about))]);
    }
    await this.bring([...wanted].map(([state, refs]) => ({ state, refs })));
  }

  async refsOf(state: PartnershipState, keys: readonly RecordKey[]): Promise<readonly RefToken[]> {
    const { rows } = await this.client.query<{ ref: bigint }>(
      `SELECT DISTINCT l.ref FROM ${this.schema}.records r JOIN ${this.schema}.links l USING (partnership, index)
        WHERE r.partnership = $1 AND r.key = ANY($2)`,
      [state.partnership, keys.map(keyHash)],
    );
    return rows.map((row) => refToken(Number(row.ref)));
  }

  async digestsOf(
    keys: ReadonlyMap<PartnershipState, readonly Buffer[]>,
  ): Promise<ReadonlyMap<PartnershipState, ReadonlyMap<string, string>>> {
    const each = [...keys].flatMap(([state, some]) => some.map((key) => [state, key] as const));
    const { rows } = await this.client.query<{ partnership: string; key: Buffer; body: Buffer }>(
      `SELECT r.partnership, r.key, r.body FROM unnest($1::text[], $2::bytea[]) AS w(partnership, key)
         JOIN ${this.schema}.records r ON r.partnership = w.partnership AND r.key = w.key`,
      pairs(each),
    );
    const states = new Map([...keys.keys()].map((state) => [state.partnership, state]));
    const found = new Map<PartnershipState, Map<string, string>>();
    for (const row of rows) {
      const state = states.get(row.partnership);
      if (state === undefined) continue;
      const digests = found.get(state) ?? new Map<string, string>();
      found.set(state, digests.set(row.key.toString('hex'), readEnvelope(row.body).digest));
    }
    return found;
  }

  async setAside(
    state: PartnershipState,
    position: number,
  ): Promise<{ readonly record: StoredRecord; readonly index: number } | undefined> {
    const { rows } = await this.client.query<{ index: bigint; body: Buffer }>(
      `SELECT r.index, r.body FROM ${this.schema}.set_aside a
         JOIN ${this.schema}.records r ON r.partnership = a.partnership AND r.index = a.index
        WHERE a.partnership = $1 AND a.position = $2 AND NOT a.redriven`,
      [state.partnership, position],
    );
    const row = rows[0];
    if (row === undefined) return undefined;
    const at = BigInt(position);
    const record = storedRecord({ partnership: state.partnership, value: row.body, offset: at, position: at });
    return isReadable(record) ? { record, index: Number(row.index) } : undefined;
  }

  private async tracedBy(
    wanted: ReadonlyMap<PartnershipState, ReadonlySet<string>>,
  ): Promise<readonly (readonly [PartnershipState, RefToken])[]> {
    const unknown = [...wanted].flatMap(([state, tokens]) =>
      [...tokens].filter((token) => !state.knowsTrace(token)).map((token) => [state, token] as const),
    );
    if (unknown.length > 0) {
      const { rows } = await this.client.query<{ partnership: string; token: Buffer; ref: bigint }>(
        `SELECT t.partnership, t.token, t.ref FROM unnest($1::text[], $2::bytea[]) AS w(partnership, token)
           JOIN ${this.schema}.traces t ON t.partnership = w.partnership AND t.token = w.token`,
        pairs(unknown.map(([state, token]) => [state, Buffer.from(token, 'hex')] as const)),
      );
      for (const [state, token] of unknown) state.learnTrace(token);
      for (const row of rows) this.states.get(row.partnership)?.trace(row.token.toString('hex'), refToken(Number(row.ref)));
    }
    return [...wanted].flatMap(([state, tokens]) =>
      [...tokens].flatMap((token) => state.tracedBy(token).map((ref) => [state, ref] as const)),
    );
  }

  /** People with everything that was raised about them; those who appeared meanwhile in no table are left out. */
  private async load(
    missing: readonly (readonly [PartnershipState, RefToken])[],
  ): Promise<readonly (readonly [PartnershipState, PersonCase])[]> {
    const { rows: memberships } = await this.client.query<{ partnership: string; ref: bigint; person: bigint; seen: bigint }>(
      `SELECT m.partnership, m.ref, m.person, m.seen
         FROM (SELECT DISTINCT n.partnership, n.person FROM unnest($1::text[], $2::bigint[]) AS w(partnership, ref)
                 JOIN ${this.schema}.memberships n ON n.partnership = w.partnership AND n.ref = w.ref AND n.until IS NULL) p
         JOIN ${this.schema}.memberships m ON m.partnership = p.partnership AND m.person = p.person AND m.until IS NULL
        ORDER BY m.seen`,
      pairs(missing.map(([state, ref]) => [state, refNumber(ref)] as const)),
    );
    if (memberships.length === 0) return [];
    const people = new Map<string, { state: PartnershipState; refs: RefToken[]; seen: Map<RefToken, number> }>();
    for (const row of memberships) {
      const state = this.states.get(row.partnership);
      if (state === undefined) continue;
      const id = `${row.partnership} ${row.person}`;
      const person = people.get(id) ?? { state, refs: [], seen: new Map<RefToken, number>() };
      people.set(id, person);
      person.refs.push(refToken(Number(row.ref)));
      person.seen.set(refToken(Number(row.ref)), Number(row.seen));
    }
    const numbers: [string[], bigint[]] = [memberships.map((row) => row.partnership), memberships.map((row) => row.ref)];
    const records = await this.recordsNaming(numbers);
    const alerts = await this.openAbout<{ alert: string }>('alerts', 'alert', numbers);
    const deadlines = await this.openAbout<{ deadline: string }>('deadlines', 'deadline', numbers);
    const loaded: [PartnershipState, PersonCase][] = [];
    for (const { state, refs, seen } of people.values()) {
      const keyring = records.keyrings.get(state.partnership);
      const named = new Map(
        refs.flatMap((ref) => records.byRef.get(`${state.partnership} ${ref}`) ?? []).map((each) => [each.place.index, each]),
      );
      const inOrder = [...named.values()].sort((one, other) => one.place.index - other.place.index);
      const entries = keyring === undefined ? [] : new Entries(this.opener, keyring).fold(inOrder);
      const person = personCase(PersonFile.of(refs, entries));
      state.keep(person, seen);
      loaded.push([state, person]);
    }
    for (const row of alerts) {
      this.states.get(row.partnership)?.holdAlert(JSON.parse(row.alert) as Alert);
    }
    for (const row of deadlines) this.states.get(row.partnership)?.schedule(JSON.parse(row.deadline) as Deadline);
    return loaded;
  }

  private async recordsNaming([partnerships, refs]: [string[], bigint[]]) {
    const { rows } = await this.client.query<{
      partnership: string;
      index: bigint;
      position: bigint;
      log_time: bigint;
      body: Buffer;
      refs: string[];
    }>(
      `SELECT r.partnership, r.index, r.position, r.log_time, r.body, l.refs
         FROM (SELECT k.partnership, k.index, array_agg('#' || k.ref) AS refs FROM unnest($1::text[], $2::bigint[]) AS w(partnership, ref)
                 JOIN ${this.schema}.links k ON k.partnership = w.partnership AND k.ref = w.ref GROUP BY 1, 2) l
         JOIN ${this.schema}.records r ON r.partnership = l.partnership AND r.index = l.index`,
      [partnerships, refs],
    );
    const byRef = new Map<string, { record: StoredRecord; place: Place }[]>();
    const needed = new Map<string, Set<number>>();
    for (const row of rows) {
      const { partnership } = row;
      const record = storedRecord({ partnership, value: row.body, offset: row.position, position: row.position });
      if (!isReadable(record)) continue;
      const keys = needed.get(partnership) ?? new Set<number>();
      needed.set(partnership, keys);
      for (const number of keysNeededBy(record)) keys.add(number);
      for (const ref of row.refs) {
        const list = byRef.get(`${partnership} ${ref}`) ?? [];
        byRef.set(`${partnership} ${ref}`, list);
        list.push({ record, place: { index: Number(row.index), logTime: Number(row.log_time) } });
      }
    }
    const keyrings = new Map(
      await Promise.all(
        [...needed].map(async ([partnership, keys]) => [partnership, await this.opener.prepare(partnership, keys)] as const),
      ),
    );
    return { byRef, keyrings };
  }

  private async openAbout<Row extends object>(
    table: 'alerts' | 'deadlines',
    column: string,
    [partnerships, refs]: [string[], bigint[]],
  ): Promise<readonly (Row & { partnership: string })[]> {
    const { rows } = await this.client.query<Row & { partnership: string }>(
      `SELECT o.partnership, o.${column} FROM unnest($1::text[], $2::bigint[]) AS w(partnership, ref)
         JOIN ${this.schema}.${table} o ON o.partnership = w.partnership AND o.about = w.ref`,
      [partnerships, refs],
    );
    return rows;
  }
}
