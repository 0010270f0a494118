import { Fault } from '@throughline/kernel';

/** A key to be wrapped, with the place that it belongs to: a wrapped key that is moved to another row does not open. */
export interface KeyToWrap {
  readonly key: Buffer;
  readonly place: string;
}

/** A wrapped key as it was stored. */
export interface WrappedKey {
  readonly wrapped: Buffer;
  readonly place: string;
  /** The epoch of the master key that wrapped it. */
  readonly epoch: number;
}

/**
 * The key over all keys. Destroying it destroys everything that only it can open: so an erasure wraps the surviving keys
 * under the next epoch and destroys the last (trust.md, "Keys and erasure").
 *
 * - The key itself MUST NOT leave the adapter, and MUST NOT lie in the database or in a backup of data.
 * - `wrap` MUST use the current epoch and MUST bind the place; `unwrap` MUST fail with `MasterKeyUnfit` for another
 *   place, another key or a changed byte.
 * - Both take many keys, so that an adapter outside the process needs one round trip.
 */
export interface MasterKey {
  /** Counts from 1 and rises with each erasure. */
  readonly epoch: number;
  wrap(keys: readonly KeyToWrap[]): Promise<readonly Buffer[]>;
  unwrap(keys: readonly WrappedKey[]): Promise<readonly Buffer[]>;
}

/** This master key does not open that: another epoch, another place, or bytes that were changed. */
export class MasterKeyUnfit extends Fault {
  readonly retriable = false;
}

/** The master key is there and cannot be used: unreadable, or others could have read it. A person must look. */
export class MasterKeyUnsafe extends Fault {
  readonly retriable = false;
}
