import { recordCorrected, recordRetracted, replacementFaults } from '@throughline/records';
import type { ContentDigest } from '@throughline/seal';
import { type Amended, type CallFault, type Candidate, publishedRecord } from './examination';
import { type Expected, NOTHING_EXPECTED, type Target } from './expected';
import type { StoredRecord } from './stored-record';
import { transferToItself } from './transfer-to-itself';
import type { HeldRecords } from './what-is-held';

/** A record that is new, and for a correction the type of what it corrects, by which its replacement is sealed. */
export interface NewRecord extends Candidate {
  readonly replacementType?: string;
  /** For a retraction, where what it takes back is held: its position, and when it was recorded. */
  readonly retracted?: Pick<StoredRecord, 'position' | 'recordedtime'>;
}

/** What becomes of the well-formed records of one call. */
export interface Decision {
  readonly fresh: readonly NewRecord[];
  /** Retries of what is held already. */
  readonly held: readonly { readonly candidate: Candidate; readonly position: bigint }[];
  /** Retries of another record of the same call. */
  readonly repeated: readonly Candidate[];
  readonly faults: readonly CallFault[];
}

const conflict = ({ index }: Candidate): CallFault => ({
  index,
  pointer: '/id',
  detail: 'is the id of another record of this source, with other content',
  status: 409,
});

/** Digests of candidates, each made at most once, and only where there is something to compare with. */
export class CandidateDigests {
  private readonly made = new Map<number, string>();

  constructor(private readonly content: ContentDigest) {}

  of(candidate: Candidate): string {
    const known = this.made.get(candidate.index);
    if (known !== undefined) return known;
    // The digest leaves the stamp out, so that none is needed here.
    const digest = this.content.digest(publishedRecord(candidate, ''));
    this.made.set(candidate.index, digest);
    return digest;
  }
}

const targetOf = (
  { kind, key, place }: Amended,
  held: HeldRecords,
  earlier: ReadonlyMap<string, Candidate>,
  expected: Expected,
  agency: string,
): Target | undefined => {
  const stored: StoredRecord | undefined = held.find(key);
  if (stored !== undefined) {
    const subject = kind === 'corrects' ? held.subjectOf(stored, place.partnership) : undefined;
    return { type: stored.type, agency: stored.agency ?? agency, subject };
  }
  return earlier.get(key)?.record ?? expected.get(key);
};

const amending: ReadonlySet<string> = new Set([recordCorrected.type, recordRetracted.type]);

/** Faults of a correction or a retraction that come to light only with the record that it is about. */
const amendmentFaults = ({ index, record, amends, place }: Candidate, target: Target | undefined): readonly CallFault[] => {
  if (amends === undefined) return [];
  if (target === undefined) {
    return [{ index, pointer: `/data/${amends.kind}`, detail: 'is not a record that the hub holds', status: 422 }];
  }
  if (amending.has(target.type)) {
    const detail = 'is a correction or a retraction itself: correct, or publish anew, the record that it is about';
    return [{ index, pointer: `/data/${amends.kind}`, detail, status: 422 }];
  }
  if (amends.kind === 'retracts') return [];
  const corrected = { type: target.type, agency: target.agency, ...(target.subject === undefined ? {} : { subject: target.subject }) };
  const replacement = record.data['replacement'];
  return [
    ...replacementFaults(replacement, corrected),
    ...transferToItself(target.type, replacement, place.partnership, '/data/replacement'),
  ].map((fault) => ({ index, ...fault }));
};

/** Tells new records from retries and conflicts, in the order of the call: each is judged by what is held and by what came before it. */
export const decide = (
  candidates: readonly Candidate[],
  held: HeldRecords,
  digests: CandidateDigests,
  expected: Expected = NOTHING_EXPECTED,
): Decision => {
  const fresh: NewRecord[] = [];
  const known: { candidate: Candidate; position: bigint }[] = [];
  const repeated: Candidate[] = [];
  const faults: CallFault[] = [];
  const earlier = new Map<string, Candidate>();
  for (const candidate of candidates) {
    const { key, place, amends, record } = candidate;
    const stored = held.find(key);
    if (stored !== undefined) {
      const same = stored.digest === digests.of(candidate) || held.isErased(stored, place.partnership);
      if (same) known.push({ candidate, position: stored.position });
      else faults.push(conflict(candidate));
      continue;
    }
    const before = earlier.get(key);
    if (before !== undefined) {
      if (digests.of(before) === digests.of(candidate)) repeated.push(candidate);
      else faults.push(conflict(candidate));
      continue;
    }
    const target = amends === undefined ? undefined : targetOf(amends, held, earlier, expected, record.agency);
    const toItself = transferToItself(record.type, record.data, place.partnership).map((fault) => ({ index: candidate.index, ...fault }));
    const found = [...toItself, ...amendmentFaults(candidate, target)];
    if (found.length > 0) {
      faults.push(...found);
      continue;
    }
    earlier.set(key, candidate);
    const amended = amends === undefined ? undefined : held.find(amends.key);
    if (amends?.kind === 'corrects' && target !== undefined) fresh.push({ ...candidate, replacementType: target.type });
    else if (amends?.kind === 'retracts' && amended !== undefined) fresh.push({ ...candidate, retracted: amended });
    else fresh.push(candidate);
  }
  return { fresh, held: known, repeated, faults };
};
