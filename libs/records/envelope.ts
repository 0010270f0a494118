import { Fault, type RefToken } from '@throughline/kernel';
import type { Facets } from './facets';

/** What stands in the data of a record where a text is sealed; a blank text stays ''. So a rule can see that it was written. */
export const SEALED = '[sealed]';

/**
 * One owner's part of a record: everything in it that belongs to this reference, under this reference's key.
 * Opened it is `{ pointer: value }`, each pointer (RFC 6901) a place in `data`, or `/attributes` for extensions that were kept.
 */
export interface SealedPart {
  readonly ref: RefToken;
  /** AES-256-GCM: nonce, tag and ciphertext, base64. The associated data is the record's identity and the reference. */
  readonly box: string;
}

/**
 * A record as it lies in the log: scalars in the clear, every text and every person's details sealed by owner,
 * every reference a random number. This is the only form in which a record is stored.
 */
export interface Envelope {
  /** Format of the envelope; the one upcast seam (`readEnvelope`) turns older ones into this. */
  readonly format: 1;
  /** The key epoch that it was sealed in. */
  readonly epoch: number;
  readonly partnership: string;
  readonly source: string;
  readonly id: string;
  readonly type: string;
  /** RFC 3339, as published. */
  readonly time: string;
  readonly recordedtime: string;
  /** Taken from outside with its own `recordedtime`: it does not start the partnership's clock. */
  readonly imported?: true;
  /** The agency that publishes; absent on the hub's own records. */
  readonly agency?: string;
  readonly subject?: RefToken;
  /** Keyed digest of the content, base64: equal for a retry, different for a conflict. */
  readonly digest: string;
  /** The record's data with `[sealed]` for each text, `#number` for each reference, and no `details`. */
  readonly data: Record<string, unknown>;
  /** What rules may know of the sealed texts; of a correction, those of what it puts in place. Absent where there are none. */
  readonly facets?: Facets;
  readonly sealed: readonly SealedPart[];
}

/** The bytes are no envelope that this hub can read. Data, not infrastructure: the record is set aside. */
export class UnreadableEnvelope extends Fault {
  readonly retriable = false;
}

/** A newer hub wrote this envelope: reading on would misread it, so the partition stops. */
export class UnknownEnvelopeFormat extends Fault {
  readonly retriable = false;
}

export const writeEnvelope = (envelope: Envelope): Buffer => Buffer.from(JSON.stringify(envelope), 'utf8');

/** The one seam through which stored bytes become an envelope, whatever release wrote them. */
export const readEnvelope = (bytes: Buffer): Envelope => {
  let value: unknown;
  try {
    value = JSON.parse(bytes.toString('utf8'));
  } catch {
    throw new UnreadableEnvelope('the stored bytes are not JSON');
  }
  if (typeof value !== 'object' || value === null || !('format' in value)) {
    throw new UnreadableEnvelope('the stored bytes are not an envelope');
  }
  if (value.format !== 1) throw new UnknownEnvelopeFormat(`envelope format ${String(value.format)} is not known here`);
  return value as Envelope;
};
