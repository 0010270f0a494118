import { ExactMatching } from '@throughline/people';
import { safeguards as inForce, type Safeguard } from '@throughline/safeguards';
import { BlindIndex, BrokenSeal, type Keyring, type OpenedRecord } from '@throughline/seal';
import type { Envelope } from '@throughline/records';
import { randomBytes } from 'node:crypto';
import { Entries } from '../batch/entries';
import { movesTime } from '../batch/fold-group';
import { isReadable, type StoredRecord, storedRecord, type UnreadableRecord } from '../batch/stored-record';
import type { OpenedParts, RehearsedAlert, RehearsedRecord } from './messages';
import { Rehearsal } from './rehearsal';

interface Held {
  readonly inForce: Rehearsal;
  readonly withSent?: Rehearsal;
  /** A record after the asked moment was seen: nothing more takes effect. */
  ended?: true;
}

/** Records come with what is needed of them opened: here are no keys. */
class OpenedBefore {
  private readonly parts = new WeakMap<Envelope, OpenedParts>();

  keep(envelope: Envelope, parts: OpenedParts | undefined): void {
    if (parts !== undefined) this.parts.set(envelope, parts);
  }

  prepare(): Promise<Keyring> {
    return Promise.resolve(new Map());
  }

  openWith(envelope: Envelope): OpenedRecord {
    const parts = this.parts.get(envelope);
    if (parts === undefined) throw new BrokenSeal('the seal of a record is broken');
    return { data: { ...parts }, erased: [] };
  }
}

/** The partnerships of one partition of the log, judged by the safeguards in force, and where one was sent, with that among them. */
export class RehearsedPartition {
  private readonly held = new Map<string, Held>();
  private readonly opener = new OpenedBefore();
  private readonly entries = new Entries(this.opener, new Map());
  /** Tokens are compared with each other alone, so that any key will do. */
  private readonly matching = new ExactMatching(BlindIndex.under(randomBytes(32)));

  /** @param until what takes effect after this instant is left out */
  constructor(
    private readonly withSent: readonly Safeguard[] | undefined,
    private readonly until = Infinity,
  ) {}

  async take(records: readonly RehearsedRecord[]): Promise<void> {
    const byPartnership = new Map<string, (StoredRecord | UnreadableRecord)[]>();
    const refused = new Map<bigint, string>();
    for (const { entry, opened, refused: reason } of records) {
      const record = storedRecord({ ...entry, value: Buffer.from(entry.value) });
      if (isReadable(record)) this.opener.keep(record.envelope, opened);
      if (reason !== undefined) refused.set(entry.offset, reason);
      const group = byPartnership.get(entry.partnership);
      if (group === undefined) byPartnership.set(entry.partnership, [record]);
      else group.push(record);
    }
    for (const [partnership, group] of byPartnership) {
      const held = this.of(partnership);
      const taken = this.inTime(held, group);
      if (taken.length === 0) continue;
      await held.inForce.take(taken, this.entries, refused);
      await held.withSent?.take(taken, this.entries, refused);
    }
  }

  /** Deadlines due by the asked moment fire; without one, those due by now where the clock runs. */
  finish(now: number): { readonly inForce: readonly RehearsedAlert[]; readonly withSent?: readonly RehearsedAlert[] } {
    const each = [...this.held.values()].flatMap(({ inForce: one, withSent }) => (withSent === undefined ? [one] : [one, withSent]));
    for (const rehearsal of each) {
      const { clockStarted, logTime } = rehearsal.state;
      rehearsal.finish(this.until < Infinity ? Math.min(this.until, Math.max(now, logTime)) : clockStarted ? now : logTime);
    }
    const alertsOf = (rehearsals: readonly (Rehearsal | undefined)[]): readonly RehearsedAlert[] =>
      rehearsals.flatMap((rehearsal) => rehearsal?.alerts() ?? []);
    const held = [...this.held.values()];
    return {
      inForce: alertsOf(held.map((one) => one.inForce)),
      ...(this.withSent === undefined ? {} : { withSent: alertsOf(held.map((one) => one.withSent)) }),
    };
  }

  private of(partnership: string): Held {
    const found = this.held.get(partnership);
    if (found !== undefined) return found;
    const made: Held = {
      inForce: new Rehearsal(partnership, this.matching, inForce),
      ...(this.withSent === undefined ? {} : { withSent: new Rehearsal(partnership, this.matching, this.withSent) }),
    };
    this.held.set(partnership, made);
    return made;
  }

  /** Records up to the first that moves log time beyond the asked moment (contract.md, section 2, `asAt`). */
  private inTime(held: Held, records: readonly (StoredRecord | UnreadableRecord)[]): readonly (StoredRecord | UnreadableRecord)[] {
    if (held.ended === true) return [];
    const first = records.findIndex((record) => isReadable(record) && movesTime(record) && record.recordedtime > this.until);
    if (first < 0) return records;
    held.ended = true;
    return records.slice(0, first);
  }
}
