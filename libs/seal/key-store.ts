import { Fault } from '@throughline/kernel';

/** The data key of one reference in one partnership, and the number that stands for the reference in every stored byte. */
export interface ReferenceKey {
  /** Positive and below 2^52, random: it tells nothing about the reference. */
  readonly number: number;
  /** 32 bytes. Everything of this reference is sealed under it, and under nothing else. */
  readonly key: Buffer;
}

/** What a number stands for, as long as it was not erased. */
export interface NumberedReference extends ReferenceKey {
  readonly ref: string;
}

/** What became of a reference whose key was destroyed on purpose: its parts stay sealed for ever, which is no fault. */
export const ERASED = 'erased';

/** The keys that a reader asked for, by number. Every number that was asked for is in it. */
export type Keyring = ReadonlyMap<number, NumberedReference | typeof ERASED>;

/**
 * The keys of every reference. It lies outside data backups and keeps its newest version only (trust.md, "Keys and erasure").
 *
 * - A key that `keysFor` answers MUST be committed before the answer: a record sealed under a key that is lost is lost.
 * - The same reference MUST get the same number and key in every process, however many ask at once, until it is erased;
 *   after an erasure it MUST get a new number and key, and the old number MUST NOT be given again.
 * - A reference's text, and any key, MUST NOT be readable in what is stored without the master key.
 * - `open` MUST answer `ERASED` for a number that was erased and MUST fail with `KeyMissing` for one that was never there or
 *   is lost: the first is somebody's right, the second is a damaged store, and reading on would show a gap as if it were empty.
 * - A call MUST fail with `KeyEpochChanged` where the store was moved to another master key than this process holds.
 */
export interface KeyStore {
  /** The epoch of the master key under which this store's keys are wrapped. */
  readonly epoch: number;
  /** The keys of these references, made where there are none. One round trip at most, none where all are remembered. */
  keysFor(partnership: string, refs: Iterable<string>): Promise<ReadonlyMap<string, ReferenceKey>>;
  /**
   * The numbers of those of these references that have one; the others are left out. It MUST make nothing: to be asked for
   * leaves no trace of somebody whom no record names. An erased reference has no number.
   */
  find(partnership: string, refs: Iterable<string>): Promise<ReadonlyMap<string, number>>;
  /** What these numbers stand for. One round trip at most, none where all are remembered. */
  open(partnership: string, numbers: Iterable<number>): Promise<Keyring>;
  /** A key of the hub itself, 32 bytes, by name: made on first use, the same in every process. */
  hubKey(name: string): Promise<Buffer>;
  /**
   * Forgets every key that was remembered and compares the epoch: what a process MUST do when it hears of an erasure,
   * before it says that it has.
   */
  refresh(): Promise<void>;
}

/** The key store could not be reached or could not commit; nothing was sealed under a key that may be lost. */
export class KeysUnavailable extends Fault {
  readonly retriable = true;
}

/** The store was moved to a new master key, as every erasure does: this process must load it and forget what it remembers. */
export class KeyEpochChanged extends Fault {
  readonly retriable = true;
}

/** A key that must be there is not, and nobody erased it. The store is damaged or the wrong one: the partition stops. */
export class KeyMissing extends Fault {
  readonly retriable = false;
}

/** A stored key does not open under this master key: the wrong master key, or a changed row. The partition stops. */
export class KeyUnreadable extends Fault {
  readonly retriable = false;
}
