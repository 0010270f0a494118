import { randomFillSync } from 'node:crypto';

const BLOCK = 8_192;
let block = Buffer.alloc(BLOCK);
let taken = BLOCK;

/**
 * A few random bytes, for a nonce or a number; never given twice. Asking the system for each costs a third of sealing a part,
 * so they are cut from a block, which is replaced when it is used up, never refilled. What is kept for long takes
 * `randomBytes` instead: a slice keeps its whole block in memory.
 */
export const randomSlice = (length: number): Buffer => {
  if (taken + length > BLOCK) {
    block = randomFillSync(Buffer.alloc(BLOCK));
    taken = 0;
  }
  taken += length;
  return block.subarray(taken - length, taken);
};

/** A number for a reference: random, positive and below 2^52, so that it is exact in JSON and in every reader's arithmetic. */
export const randomReferenceNumber = (): number => {
  const bytes = randomSlice(7);
  const number = (bytes.readUIntBE(0, 1) & 0x0f) * 2 ** 48 + bytes.readUIntBE(1, 6);
  return number === 0 ? randomReferenceNumber() : number;
};
