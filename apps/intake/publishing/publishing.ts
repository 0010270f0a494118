import type { Caller } from '@throughline/access';
import type { GroupedAppends, NewEntry } from '@throughline/log';
import { AppendTooLarge, ENTRY_OVERHEAD_BYTES } from '@throughline/log';
import { Problem } from '@throughline/platform';
import { type Envelope, writeEnvelope } from '@throughline/records';
import type { ContentDigest, Sealer } from '@throughline/seal';
import { CandidateDigests, decide, type Decision, type NewRecord } from './decision';
import { type Expected, NOTHING_EXPECTED } from './expected';
import { type CallFault, type Candidate, type Examination, publishedRecord } from './examination';
import type { InFlight } from './in-flight';
import { appendSeconds, recordsPublished } from './measures';
import type { Readers } from './readers';
import type { RecentlyAcknowledged } from './recently-acknowledged';
import { refusal } from './refusal';
import type { Stamp } from './stamp';
import type { WhatIsHeld } from './what-is-held';

/** What a caller is told when its records are durably in the log. */
export interface Acknowledgement {
  readonly accepted: number;
  readonly duplicates: number;
  /** `partnership:position` of the last record of the call in the log, new or old; for several partnerships comma-separated. */
  readonly position: string;
  /** Where the caller asked for lenient handling: the faults of the records that were not stored. */
  readonly errors?: readonly CallFault[];
}

export interface PublishingParts {
  readonly examination: Examination;
  readonly inFlight: InFlight;
  readonly held: WhatIsHeld;
  readonly recent: RecentlyAcknowledged;
  readonly readers: Readers;
  readonly content: ContentDigest;
  readonly sealer: Sealer;
  readonly appends: GroupedAppends;
  readonly stamp: Stamp;
  /** Milliseconds since 1970. */
  readonly clock: () => number;
}

/** Sealed, records grow: a call that would be more than this goes out in several appends, one after the other. */
const APPEND_BYTES = 4 * 1024 * 1024;

interface Stored {
  readonly candidate: Candidate;
  readonly position: bigint;
}

/** Takes records in: examines, compares with what is held, stamps, seals, appends, and only then acknowledges. */
export class Publishing {
  constructor(private readonly parts: PublishingParts) {}

  /**
   * Publishes the records of one call. Fails with a `Problem` that lists every fault, nothing stored, unless handling is lenient
   * and at least one record is good; and with the fault of whatever the hub needs and cannot reach (then the caller tries again).
   */
  async publish(events: readonly unknown[], caller: Caller, lenient: boolean): Promise<Acknowledgement> {
    const { examination, inFlight, clock } = this.parts;
    const { candidates, faults } = examination.of(events, caller, clock());
    const amended = candidates.flatMap(({ amends }) => (amends === undefined ? [] : [amends.key]));
    const giveBack = await inFlight.take(
      candidates.map(({ key }) => key),
      amended,
    );
    try {
      const decision = await this.decide(candidates, NOTHING_EXPECTED);
      const all = faults.concat(decision.faults).sort((one, other) => one.index - other.index);
      const good = decision.fresh.length + decision.held.length + decision.repeated.length;
      if (all.length > 0 && (!lenient || good === 0)) {
        recordsPublished.inc({ outcome: 'refused' }, events.length);
        throw refusal(all, lenient);
      }
      const stored = await this.store(await this.parts.readers.toldOf(decision.fresh));
      return this.acknowledge(decision, stored, events.length - good, lenient ? all : undefined);
    } finally {
      giveBack();
    }
  }

  /**
   * Every fault of these records; nothing is stored.
   * @param expected records that will be stored before these, so that a correction of one of them is no fault
   */
  async check(events: readonly unknown[], caller: Caller, expected: Expected): Promise<readonly CallFault[]> {
    const { candidates, faults } = this.parts.examination.of(events, caller, this.parts.clock());
    const decision = await this.decide(candidates, expected);
    return faults.concat(decision.faults).sort((one, other) => one.index - other.index);
  }

  private async decide(candidates: readonly Candidate[], expected: Expected): Promise<Decision> {
    const digests = new CandidateDigests(this.parts.content);
    const differs = (candidate: Candidate, stored: { readonly digest: string }): boolean => digests.of(candidate) !== stored.digest;
    return decide(candidates, await this.parts.held.of(candidates, differs, expected), digests, expected);
  }

  private async store(fresh: readonly NewRecord[]): Promise<readonly Stored[]> {
    if (fresh.length === 0) return [];
    const stamp = this.parts.stamp.now();
    const envelopes = await this.parts.sealer.sealAll(
      fresh.map((candidate) => ({
        record: publishedRecord(candidate, stamp),
        ...(candidate.replacementType === undefined ? {} : { replacementType: candidate.replacementType }),
      })),
    );
    const entries = envelopes.map((envelope) => ({ partnership: envelope.partnership, value: writeEnvelope(envelope) }));
    const stored: Stored[] = [];
    for (const run of runsOf(entries)) {
      const positions = await this.append(run);
      for (const position of positions) {
        const [candidate, envelope] = [fresh[stored.length], envelopes[stored.length]];
        if (candidate === undefined || envelope === undefined) break;
        this.remember(candidate, envelope, position);
        stored.push({ candidate, position });
      }
    }
    return stored;
  }

  private async append(entries: readonly NewEntry[]): Promise<readonly bigint[]> {
    const timed = appendSeconds.startTimer();
    try {
      return await this.parts.appends.append(entries);
    } catch (reason) {
      if (reason instanceof AppendTooLarge) throw new Problem(413, 'a record is larger than the log takes');
      throw reason;
    } finally {
      timed();
    }
  }

  private remember({ place, record }: Candidate, envelope: Envelope, position: bigint): void {
    const { digest, type, recordedtime } = envelope;
    this.parts.recent.add(place, { digest, position, recordedtime, type, agency: record.agency, subject: { ref: record.subject }, owners: [] });
  }

  private acknowledge(decision: Decision, stored: readonly Stored[], refused: number, errors?: readonly CallFault[]): Acknowledgement {
    const duplicates = decision.held.length + decision.repeated.length;
    recordsPublished.inc({ outcome: 'accepted' }, stored.length);
    if (duplicates > 0) recordsPublished.inc({ outcome: 'duplicate' }, duplicates);
    if (refused > 0) recordsPublished.inc({ outcome: 'refused' }, refused);
    const last = new Map<string, bigint>();
    for (const { candidate, position } of [...decision.held, ...stored]) {
      const { partnership } = candidate.place;
      const latest = last.get(partnership);
      if (latest === undefined || position > latest) last.set(partnership, position);
    }
    const position = Array.from(last, ([partnership, at]) => `${partnership}:${String(at)}`).join(',');
    return { accepted: stored.length, duplicates, position, ...(errors === undefined ? {} : { errors }) };
  }
}

/** Entries in runs that the log takes at once: nearly always one. */
const runsOf = (entries: readonly NewEntry[]): readonly (readonly NewEntry[])[] => {
  const runs: NewEntry[][] = [];
  let bytes = APPEND_BYTES;
  for (const entry of entries) {
    const weight = entry.value.length + ENTRY_OVERHEAD_BYTES;
    bytes += weight;
    if (bytes > APPEND_BYTES) {
      runs.push([entry]);
      bytes = weight;
    } else runs.at(-1)?.push(entry);
  }
  return runs;
};
