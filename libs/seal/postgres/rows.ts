import type { NumberedReference } from '../key-store';

/** A key that is there now, made by this call or before; a bigint arrives as the pool was told to read it. */
export interface MadeRow {
  readonly index: Buffer;
  readonly number: bigint | string;
  readonly wrapped_key: Buffer;
  readonly epoch: number;
}

/** A reference that has a number, or the epoch (no index). */
export interface FoundRow {
  readonly index: Buffer | null;
  readonly number: bigint | string;
  readonly epoch: number | null;
}

/** A key, an erasure (all null), or the epoch (number 0). */
export interface OpenRow {
  readonly number: bigint | string;
  readonly sealed_ref: Buffer | null;
  readonly wrapped_key: Buffer | null;
  readonly epoch: number | null;
}

/** A key that is offered: it becomes the reference's own unless another process was first. */
export interface Offer extends NumberedReference {
  readonly index: Buffer;
  readonly sealedRef: Buffer;
}
