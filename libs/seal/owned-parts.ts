import { Fault } from '@throughline/kernel';
import type { PublishedRecord } from './published-record';
import type { OwnedValues } from './record-anatomy';

/** The pointer under which a record's further attributes are sealed, beside the pointers into its data. */
export const ATTRIBUTES = '/attributes';

/** Further attributes came with a record that is about nobody: there is no key to seal them under. */
export class AttributesOfNobody extends Fault {
  readonly retriable = false;
  readonly status = 422;
}

/** The parts of a record's data, with its further attributes in the part of its subject: they may say anything about them. */
export const ownedParts = (record: PublishedRecord, parts: ReadonlyMap<string, OwnedValues>): ReadonlyMap<string, OwnedValues> => {
  const { subject, attributes } = record;
  if (attributes === undefined || Object.keys(attributes).length === 0) return parts;
  if (subject === undefined) throw new AttributesOfNobody('a record without a subject carries no further attributes');
  return new Map(parts).set(subject, { ...parts.get(subject), [ATTRIBUTES]: attributes });
};
