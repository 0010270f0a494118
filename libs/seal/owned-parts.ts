import { Fault } from '@throughline/kernel';
import { protectedPerson } from '@throughline/records';
import type { PublishedRecord } from './published-record';
import type { OwnedValues } from './record-anatomy';

/** The pointer under which a record's further attributes are sealed, beside the pointers into its data. No field has this name. */
export const ATTRIBUTES = '/attributes';

/** A record about nobody carries a text: there is no key to seal it under, and it must not lie open. */
export class TextOfNobody extends Fault {
  readonly retriable = false;
  readonly status = 422;
}

/** The parts of a record's data, and its further attributes, which like all free text belong to the protected person. */
export const ownedParts = (record: PublishedRecord, parts: ReadonlyMap<string, OwnedValues>): ReadonlyMap<string, OwnedValues> => {
  const { attributes } = record;
  const all = new Map(parts);
  if (attributes !== undefined && Object.keys(attributes).length > 0) {
    const owner = protectedPerson(record.data, record.subject);
    all.set(owner, { ...parts.get(owner), [ATTRIBUTES]: attributes });
  }
  if (all.has('')) throw new TextOfNobody('a record about nobody carries a text');
  return all;
};
