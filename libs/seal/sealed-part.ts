import { Fault, refNumber, refToken } from '@throughline/kernel';
import type { SealedPart } from '@throughline/records';
import { openBox, sealBox } from './box';
import type { ReferenceKey } from './key-store';
import type { OwnedValues } from './record-anatomy';

/** A sealed part does not open under its own key: a byte of it, or the record that it stands in, is not what was sealed. */
export class BrokenSeal extends Fault {
  readonly retriable = false;
}

/** Which record a part belongs to. Copied into another record, or under another reference, it does not open. */
export interface RecordIdentity {
  readonly partnership: string;
  readonly source: string;
  readonly id: string;
}

/** Only the id can hold a line break, so no two identities read the same. */
const about = ({ partnership, source, id }: RecordIdentity, number: number): string =>
  `${partnership}\n${source}\n${id}\n${String(number)}`;

export const sealPart = (record: RecordIdentity, { number, key }: ReferenceKey, values: OwnedValues): SealedPart => ({
  ref: refToken(number),
  box: sealBox(key, about(record, number), JSON.stringify(values)).toString('base64'),
});

/** Fails with `BrokenSeal`; never answers something else than what was sealed. */
export const openPart = (record: RecordIdentity, { number, key }: ReferenceKey, part: SealedPart): OwnedValues => {
  const box = Buffer.from(part.box, 'base64');
  // Node reads base64 with stray characters and loose last bits without a word: only the text that we wrote is ours.
  const content = box.toString('base64') === part.box ? openBox(key, about(record, number), box) : undefined;
  if (content === undefined) throw new BrokenSeal('a sealed part does not open under its own key');
  return JSON.parse(content.toString('utf8')) as OwnedValues;
};

export const numberOfPart = (part: SealedPart): number => refNumber(part.ref);
