import { Fault } from '@throughline/kernel';
import { exported, hubAnatomy, isHubType, recordTypeOf } from '@throughline/records';

/** The `data` of a record. */
export type RecordData = Readonly<Record<string, unknown>>;

/** What belongs to one reference in a record: each value at its pointer (RFC 6901) in `data`. */
export type OwnedValues = Readonly<Record<string, unknown>>;

/**
 * How records of one type come apart by whose they are, which the catalogue knows: its record types are anatomies.
 * `replacementType` is the type of the record that a `record.corrected` corrects: its replacement comes apart like that one.
 * `subject` owns the free text of a record that protects nobody else.
 *
 * `unseal(open, parts)` MUST be the inverse of `seal`, whatever stands for the references, and MUST leave `[sealed]` where
 * a part is missing. `mapRefs` MUST reach every reference that `seal` leaves open.
 */
export interface RecordAnatomy {
  seal(
    data: RecordData,
    replacementType?: string,
    subject?: string,
  ): { readonly open: RecordData; readonly parts: ReadonlyMap<string, OwnedValues> };
  mapRefs(data: RecordData, reference: (ref: string) => string, replacementType?: string): RecordData;
  unseal(open: RecordData, parts: ReadonlyMap<string, OwnedValues>): RecordData;
}

/** A type of record that this hub does not know: it cannot tell whose the texts are. A newer hub wrote it: the partition stops. */
export class UnknownRecordType extends Fault {
  readonly retriable = false;
}

/** The anatomy of a type; fails with `UnknownRecordType`. */
export type Anatomies = (type: string) => RecordAnatomy;

/** What agencies publish, as the catalogue has it, and what the hub writes itself. */
export const anatomyInCatalogue: Anatomies = (type) => {
  if (type === exported.type) return exported;
  if (isHubType(type)) return hubAnatomy;
  const recordType = recordTypeOf(type);
  if (recordType === undefined) throw new UnknownRecordType('a type of record is not in the catalogue');
  return recordType;
};
