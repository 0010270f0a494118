import { isRefToken, refNumber, refToken, type RefToken } from '@throughline/kernel';
import type { Envelope } from '@throughline/records';
import type { ContentDigest } from './content-digest';
import type { KeyStore } from './key-store';
import { ownedParts } from './owned-parts';
import type { PublishedRecord } from './published-record';
import { type Anatomies, anatomyInCatalogue, type OwnedValues, type RecordData } from './record-anatomy';
import { sealPart } from './sealed-part';
import { SealingKeys } from './sealing-keys';

/** What to seal: a record, and for a `record.corrected` the type of the record that it corrects. */
export interface ToSeal {
  readonly record: PublishedRecord;
  readonly replacementType?: string;
}

/** A record taken apart, before there are keys. */
interface TakenApart extends ToSeal {
  readonly open: RecordData;
  readonly parts: ReadonlyMap<string, OwnedValues>;
}

/**
 * Turns records into what the log holds: each owner's part sealed once under that reference's key, every reference a number.
 * A record of the hub itself may name references by their numbers (`#4711`) already.
 */
export class Sealer {
  constructor(
    private readonly keys: KeyStore,
    private readonly content: ContentDigest,
    private readonly anatomyOf: Anatomies = anatomyInCatalogue,
  ) {}

  async sealRecord(record: PublishedRecord, replacementType?: string): Promise<Envelope> {
    const apart = this.takeApart(replacementType === undefined ? { record } : { record, replacementType });
    return this.seal(apart, await SealingKeys.load(this.keys, this.wanted([apart])));
  }

  /** One round trip to the key store for each partnership, at most; the keys are committed before anything is sealed. */
  async sealAll(records: readonly ToSeal[]): Promise<readonly Envelope[]> {
    const apart = records.map((each) => this.takeApart(each));
    const keys = await SealingKeys.load(this.keys, this.wanted(apart));
    return apart.map((each) => this.seal(each, keys));
  }

  private takeApart(toSeal: ToSeal): TakenApart {
    const { record, replacementType } = toSeal;
    const { open, parts } = this.anatomyOf(record.type).seal(record.data, replacementType, record.subject);
    return { ...toSeal, open, parts: ownedParts(record, parts) };
  }

  /** Every reference that these records name, by partnership: those that get a part, and those that only become a number. */
  private wanted(apart: readonly TakenApart[]): ReadonlyMap<string, ReadonlySet<string>> {
    const wanted = new Map<string, Set<string>>();
    for (const { record, replacementType, open, parts } of apart) {
      const refs = wanted.get(record.partnership) ?? new Set<string>();
      wanted.set(record.partnership, refs);
      for (const ref of parts.keys()) refs.add(ref);
      const named = (ref: string): string => {
        if (!isRefToken(ref)) refs.add(ref);
        return ref;
      };
      if (record.subject !== undefined) named(record.subject);
      this.anatomyOf(record.type).mapRefs(open, named, replacementType);
    }
    return wanted;
  }

  private seal({ record, replacementType, open, parts }: TakenApart, keys: SealingKeys): Envelope {
    const of = keys.of(record.partnership);
    const tokenOf = (ref: string): RefToken => (isRefToken(ref) ? refToken(refNumber(ref)) : refToken(of(ref).number));
    return {
      format: 1,
      epoch: this.keys.epoch,
      partnership: record.partnership,
      source: record.source,
      id: record.id,
      type: record.type,
      time: record.time,
      recordedtime: record.recordedtime,
      ...(record.imported === undefined ? {} : { imported: record.imported }),
      ...(record.agency === undefined ? {} : { agency: record.agency }),
      ...(record.subject === undefined ? {} : { subject: tokenOf(record.subject) }),
      digest: this.content.digest(record),
      data: this.anatomyOf(record.type).mapRefs(open, tokenOf, replacementType),
      ...(record.facets === undefined ? {} : { facets: record.facets }),
      sealed: Array.from(parts, ([ref, values]) => sealPart(record, of(ref), values)),
    };
  }
}
