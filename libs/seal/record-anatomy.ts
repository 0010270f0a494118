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

/** The anatomy of a type; fails with a fault of its own for a type that is not in the catalogue. */
export type Anatomies = (type: string) => RecordAnatomy;
