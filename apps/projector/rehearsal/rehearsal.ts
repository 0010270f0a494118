import type { RefToken } from '@throughline/kernel';
import { keyText } from '@throughline/projections';
import type { RecordKey } from '@throughline/records';
import { type Alert, Engine, type Matching, PartnershipState, type Safeguard } from '@throughline/safeguards';
import type { Entries } from '../batch/entries';
import { GroupFold } from '../batch/fold-group';
import { isReadable, type StoredRecord, type UnreadableRecord } from '../batch/stored-record';
import type { PeopleSource } from '../loading/people-source';
import type { RehearsedAlert } from './messages';

/**
 * One partnership's history, judged anew by some safeguards with nothing but memory: the fold that fills the tables, without tables.
 * What earlier engines derived is passed over: everything is derived anew (architecture.md, point 7).
 */
export class Rehearsal implements PeopleSource {
  readonly state: PartnershipState;
  private readonly engine: Engine;
  private readonly digests = new Map<string, string>();
  private readonly refs = new Map<string, readonly RefToken[]>();
  private readonly aside = new Map<number, { readonly record: StoredRecord; readonly index: number }>();
  private readonly raised = new Map<string, Alert>();

  constructor(
    partnership: string,
    private readonly matching: Matching,
    safeguards: readonly Safeguard[],
  ) {
    this.state = new PartnershipState(partnership);
    this.engine = new Engine(this.state, matching, safeguards);
  }

  /** @param refused offsets of records that a database refused, and why */
  async take(
    records: readonly (StoredRecord | UnreadableRecord)[],
    entries: Entries,
    refused: ReadonlyMap<bigint, string> = new Map(),
  ): Promise<void> {
    const { state, engine, matching } = this;
    const keys = records.map((record) => record.key.toString('hex'));
    const stored = new Map(keys.flatMap((key) => (this.digests.has(key) ? [[key, this.digests.get(key) ?? ''] as const] : [])));
    const rows = await new GroupFold({ state, engine, records, stored, entries, poisoned: refused }, this, matching).fold();
    const refsAt = new Map<number, RefToken[]>();
    for (const { index, ref } of rows.links) refsAt.set(index, [...(refsAt.get(index) ?? []), ref]);
    for (const { record, index } of rows.records) {
      if (!isReadable(record)) continue;
      this.digests.set(record.key.toString('hex'), record.envelope.digest);
      this.refs.set(keyText(record.envelope), refsAt.get(index) ?? []);
    }
    for (const { position } of rows.setAsides) {
      const found = rows.asideAt(position);
      if (found !== undefined) this.aside.set(position, found);
    }
    for (const { position } of rows.redrives) this.aside.delete(position);
    for (const alert of rows.alerts.values()) this.raised.set(alert.id, alert);
  }

  /** Fires what is due by an instant, where the partnership's clock runs or somebody asked for that instant. */
  finish(at: number): void {
    for (let due = this.state.nextDue(at); due !== undefined; due = this.state.nextDue(at)) this.engine.fire(due);
    for (const outcome of this.engine.decisions.take().outcomes) {
      if (outcome.kind === 'raised' || outcome.kind === 'changed') this.raised.set(outcome.alert.id, outcome.alert);
    }
  }

  /** Everything that was raised, in order. */
  alerts(): readonly RehearsedAlert[] {
    return [...this.raised.values()]
      .sort((one, other) => one.raisedAt - other.raisedAt || (one.id < other.id ? -1 : 1))
      .map(({ id, safeguard, class: loudness, agency, about, trigger, raisedAt, status, closedAt, escalatedFrom }) => ({
        id,
        partnership: this.state.partnership,
        safeguard,
        class: loudness,
        agency,
        person: this.state.caseOf(about).file.person,
        trigger: { source: trigger.source, id: trigger.id },
        raisedAt,
        status,
        ...(closedAt === undefined ? {} : { closedAt }),
        ...(escalatedFrom === undefined ? {} : { escalated: true as const }),
      }));
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
    return Promise.resolve(keys.flatMap((key) => this.refs.get(keyText(key)) ?? []));
  }
  digestsOf(): Promise<ReadonlyMap<PartnershipState, ReadonlyMap<string, string>>> {
    return Promise.resolve(new Map());
  }
  setAside(_state: PartnershipState, position: number): Promise<{ readonly record: StoredRecord; readonly index: number } | undefined> {
    return Promise.resolve(this.aside.get(position));
  }
}
