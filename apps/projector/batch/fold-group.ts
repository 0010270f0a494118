import { Fault, type RefToken } from '@throughline/kernel';
import { type Entry, everyoneIn, homeKey, mattersOf, readSettings, refsOf } from '@throughline/projections';
import {
  type AlertAcknowledged,
  type AlertClosed,
  type EngineChanged,
  exported,
  HUB_SOURCE,
  hubTypes,
  inNewestVersion,
  is,
  isHubType,
  maracTransferRequested,
  type PersonDetails,
  type RecordKey,
  type RecordRedriven,
  recordTypeOf,
  type SettingsChanged,
} from '@throughline/records';
import type { Engine, Matching, Outcome, PartnershipState } from '@throughline/safeguards';
import { BrokenSeal } from '@throughline/seal';
import type { PeopleSource, Wanted } from '../loading/people-source';
import { amendedBy, type Entries } from './entries';
import { GroupRows } from './group-rows';
import { isReadable, type StoredRecord, type UnreadableRecord } from './stored-record';

/** The log holds a type that this release does not know: to pass over it would lose what it says, so the partition stops. */
export class UnknownRecordType extends Fault {
  readonly retriable = false;
}

/** Outcomes that the log tells of a partnership's past. */
export interface History {
  readonly until: number;
  readonly at: ReadonlyMap<number, readonly Outcome[]>;
}

/** Everything that one partnership's part of a batch is judged with. */
export interface Group {
  readonly state: PartnershipState;
  readonly engine: Engine;
  readonly records: readonly (StoredRecord | UnreadableRecord)[];
  /** Digests of records that were stored before this batch, by key. */
  readonly stored: ReadonlyMap<string, string>;
  readonly entries: Entries;
  /** What an earlier engine derived, by position, and up to where it holds: those positions are reenacted, not judged. */
  readonly history?: History;
  /** Offsets whose record cannot be stored, and why: found by bisection. */
  readonly poisoned: ReadonlyMap<bigint, string>;
}

/** Whether a record moves log time: agencies' records, transfers received and clock ticks do (contract.md, section 2). */
export const movesTime = (record: StoredRecord): boolean =>
  record.envelope.source !== HUB_SOURCE || record.envelope.type === hubTypes.clockTicked || !isHubType(record.envelope.type);

/** Applies one partnership's records in order and gathers what is to be stored. Pure but for the state, which it moves on. */
export class GroupFold {
  private readonly rows: GroupRows;
  private readonly digests: Map<string, string>;

  constructor(
    private readonly group: Group,
    private readonly source: PeopleSource,
    private readonly matching: Matching,
  ) {
    this.rows = new GroupRows(group.state);
    this.digests = new Map(group.stored);
  }

  async fold(): Promise<GroupRows> {
    for (const record of this.group.records) {
      const applying = this.take(record);
      if (applying !== undefined) await applying;
    }
    this.rows.outcomes(this.group.engine.decisions.take(), this.group.history?.until);
    return this.rows;
  }

  private take(record: StoredRecord | UnreadableRecord): Promise<void> | undefined {
    const { state } = this.group;
    const poison = this.group.poisoned.get(record.entry.offset);
    if (!isReadable(record)) {
      this.rows.aside(record, record.reason.message, state.nextIndex);
      return undefined;
    }
    const hex = record.key.toString('hex');
    const before = this.digests.get(hex);
    if (before !== undefined) {
      if (before !== record.envelope.digest) this.rows.conflict(record);
      return undefined;
    }
    this.digests.set(hex, record.envelope.digest);
    this.noteEngine(record);
    if (poison !== undefined) {
      this.rows.aside(record, poison, state.nextIndex);
      return undefined;
    }
    return this.applyUnlessBroken(record);
  }

  private noteEngine({ envelope }: StoredRecord): void {
    if (envelope.type !== hubTypes.engineChanged || envelope.source !== HUB_SOURCE) return;
    const { until } = envelope.data as unknown as EngineChanged;
    this.rows.engineChanged = Math.max(until, this.rows.engineChanged ?? 0);
  }

  private async applyUnlessBroken(record: StoredRecord): Promise<void> {
    const { state } = this.group;
    try {
      await this.apply(record, state.nextIndex);
    } catch (reason) {
      if (!(reason instanceof BrokenSeal)) throw reason;
      this.rows.aside(record, reason.message, state.nextIndex);
    }
  }

  private async apply(record: StoredRecord, index: number): Promise<void> {
    const { state, engine } = this.group;
    // Opened first: a broken seal must leave the state as it was.
    const isHub = isHubType(record.envelope.type);
    if (!isHub && recordTypeOf(record.envelope.type) === undefined)
      throw new UnknownRecordType('the log holds a type of record that is not known here');
    const amends = amendedBy(record);
    const logTime = movesTime(record) ? Math.max(state.logTime, record.recordedtime) : state.logTime;
    const place = { index, logTime };
    const entry = isHub && record.envelope.type !== exported.type ? undefined : this.group.entries.of(record, place);
    engine.decisions.at(record.position);
    const past = this.past(record);
    if (past !== undefined) {
      state.logTime = logTime;
      await this.bring(peopleIn(past));
    } else if (movesTime(record)) {
      if (state.nextDue(logTime) === undefined) state.logTime = logTime;
      else await this.pass(logTime);
    }
    if (entry === undefined) await this.decided(record, past);
    else if (amends === undefined) await this.happened(entry, past);
    else await this.amended(record, entry, amends, past);
    if (!isHub && record.envelope.imported !== true) state.clockStarted = true;
    this.rows.stored(record, index, logTime, entry === undefined ? [] : refsOf(entry));
  }

  /** Every deadline due by then fires, in order, before the record that moves time there is applied. */
  private async pass(logTime: number): Promise<void> {
    const { state, engine } = this.group;
    for (let due = state.nextDue(logTime); due !== undefined; due = state.nextDue(logTime)) {
      await this.bring([due.about]);
      engine.fire(due);
    }
    state.logTime = logTime;
  }

  /** What an earlier engine made of this record, where it was judged by one. */
  private past(record: StoredRecord): readonly Outcome[] | undefined {
    const { history } = this.group;
    return history === undefined || record.position > history.until ? undefined : (history.at.get(record.position) ?? []);
  }

  private async happened(entry: Entry, past: readonly Outcome[] | undefined): Promise<void> {
    const bringing = this.bringAround(entry);
    if (bringing !== undefined) await bringing;
    if (past !== undefined) {
      this.group.engine.reenact(entry, past);
      return;
    }
    this.group.engine.apply(entry);
    const to = this.receiverOf(entry);
    if (to !== undefined) this.rows.transfers.push({ index: entry.index, to });
  }

  /** The partnership to which a record passes a case on. */
  private receiverOf(entry: Entry): string | undefined {
    if (entry.amendment?.kind === 'retracted' || !is(maracTransferRequested, entry)) return undefined;
    const { toPartnership: to } = entry.data;
    return to === this.group.state.partnership ? undefined : to;
  }

  private async amended(
    record: StoredRecord,
    by: Entry,
    target: RecordKey,
    past: readonly Outcome[] | undefined,
    entries = this.group.entries,
  ): Promise<void> {
    const { state, engine } = this.group;
    await this.bringAround(by);
    const known = this.filedWith(refsOf(by), target);
    if (known === undefined) await this.bring(await this.source.refsOf(state, [target]));
    if (past === undefined) engine.appear(by);
    const before = known ?? state.find(target);
    if (before === undefined || before.agency !== by.agency) {
      if (past !== undefined) engine.reenactAmendment(past);
      return;
    }
    const after = entries.amended(before, record, { index: by.index, logTime: by.logTime });
    await this.bringAround(before);
    await this.bringAround(after);
    if (past === undefined) {
      engine.amend(before, after, by);
      const to = this.receiverOf(after);
      if (to !== undefined && to !== this.receiverOf(before)) this.rows.transfers.push({ index: after.index, to });
    } else engine.reenactAmendment(past, { before, after });
    this.rows.link(by.index, [...refsOf(before), ...refsOf(after)]);
    this.rows.link(before.index, refsOf(after));
  }

  /** A record that is in the file of one of these people, as nearly every one is whose correction names whom it named. */
  private filedWith(refs: readonly RefToken[], key: RecordKey): Entry | undefined {
    const { state } = this.group;
    for (const ref of refs) {
      const found = state.isLoaded(ref) ? state.caseOf(ref).file.entry(key) : undefined;
      if (found !== undefined) return found;
    }
    return undefined;
  }

  /** People of a record, whoever may be one of them, and their households. */
  private bringAround(entry: Entry): Promise<void> | undefined {
    return this.bring(everyoneIn(entry), this.tracesOf(entry));
  }

  private tracesOf(entry: Entry): readonly string[] {
    const { partnership } = this.group.state;
    const matters = mattersOf(entry).map((matter) => this.matching.matterTrace(partnership, matter));
    const people = [...entry.details.values()].flatMap((details) => {
      const home = details.address === undefined ? undefined : homeKey(details.address);
      return [
        ...this.matching.identityTraces(partnership, details),
        ...(home === undefined ? [] : [this.matching.homeTrace(partnership, home)]),
      ];
    });
    return [...matters, ...people];
  }

  /** Undefined where everybody is at hand, as nearly always: a promise for each record costs more than the look. */
  private bring(refs: readonly RefToken[], traces: readonly string[] = []): Promise<void> | undefined {
    const { state } = this.group;
    if (refs.every((ref) => this.source.isAtHand(state, ref)) && traces.every((token) => state.knowsTrace(token))) return undefined;
    const wanted: Wanted = { state, refs, traces };
    return this.source.bring([wanted]);
  }

  /** What the hub itself has written: decisions of people take effect here, derived records have long had theirs. */
  private async decided(record: StoredRecord, past: readonly Outcome[] | undefined): Promise<void> {
    const { state, engine } = this.group;
    const { envelope } = record;
    if (!isHubType(envelope.type)) return;
    const key = { source: envelope.source, id: envelope.id };
    if (past !== undefined && envelope.type !== hubTypes.recordRedriven) engine.reenactAmendment(past);
    switch (envelope.type) {
      case hubTypes.settingsChanged:
        state.settings = readSettings(envelope.data as unknown as SettingsChanged);
        return;
      case hubTypes.clockStarted:
        state.clockStarted = true;
        return;
      case hubTypes.alertAcknowledged: {
        const { alert, about } = envelope.data as unknown as AlertAcknowledged;
        await this.bring([about as RefToken]);
        if (past === undefined) engine.acknowledge(alert, about as RefToken, key, state.logTime);
        return;
      }
      case hubTypes.alertClosed: {
        const { alert, about } = envelope.data as unknown as AlertClosed;
        await this.bring([about as RefToken]);
        if (past === undefined) engine.close(alert, about as RefToken, key);
        return;
      }
      case hubTypes.recordRedriven:
        await this.redrive(envelope.data as unknown as RecordRedriven, past);
        return;
      case hubTypes.exported: // filed with the person whom it is about
      case hubTypes.clockTicked:
      case hubTypes.outcomesDerived:
      case hubTypes.recordSetAside:
      case hubTypes.engineChanged:
        return;
    }
  }

  /** A record that was set aside is tried again: from here on it has the effect that it would have had. */
  private async redrive({ position }: RecordRedriven, past: readonly Outcome[] | undefined): Promise<void> {
    const found = this.rows.asideAt(position) ?? (await this.source.setAside(this.group.state, position));
    if (found === undefined) return;
    const { record, index } = found;
    const logTime = Math.max(this.group.state.logTime, record.recordedtime);
    const entries = await this.group.entries.knowing(record);
    const entry = entries.of(record, { index, logTime });
    const amends = amendedBy(record);
    if (past === undefined) await this.pass(logTime);
    else this.group.state.logTime = logTime;
    if (amends === undefined) await this.happened(entry, past);
    else await this.amended(record, entry, amends, past, entries);
    this.rows.redriven(position, index, logTime, refsOf(entry));
  }
}

/** Everybody whom outcomes speak of. */
const peopleIn = (outcomes: readonly Outcome[]): readonly RefToken[] =>
  outcomes.flatMap((outcome) => {
    switch (outcome.kind) {
      case 'raised':
      case 'changed':
        return [outcome.alert.about];
      case 'scheduled':
        return [outcome.deadline.about];
      case 'cancelled':
        return [outcome.about];
      case 'placed':
        return [outcome.ref, outcome.person];
    }
  });

/** A broken seal is found here first; it is set aside when its turn comes. */
const readableDetails = (group: Group, record: StoredRecord): Iterable<PersonDetails> => {
  try {
    return group.entries.detailsOf(record).values();
  } catch (reason) {
    if (reason instanceof BrokenSeal) return [];
    throw reason;
  }
};

/** What the first look at a group says it will need, so that one round trip brings it for all partnerships of a batch. */
export const wantedBy = (group: Group, matching: Matching): Wanted => {
  const refs = new Set<RefToken>();
  const traces = new Set<string>();
  for (const record of group.records) {
    if (!isReadable(record) || isHubType(record.envelope.type)) continue;
    for (const ref of everyoneIn(record.envelope as unknown as Entry)) refs.add(ref);
    for (const matter of mattersOf(inNewestVersion(record.envelope.type, record.envelope.data)))
      traces.add(matching.matterTrace(group.state.partnership, matter));
    for (const details of readableDetails(group, record)) {
      for (const token of matching.identityTraces(group.state.partnership, details)) traces.add(token);
      const home = details.address === undefined ? undefined : homeKey(details.address);
      if (home !== undefined) traces.add(matching.homeTrace(group.state.partnership, home));
    }
  }
  return { state: group.state, refs, traces };
};
