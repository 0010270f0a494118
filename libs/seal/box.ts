import { createCipheriv, createDecipheriv } from 'node:crypto';
import { randomSlice } from './random-bytes';

/** AES-256-GCM with a random nonce of 12 bytes and a tag of 16 (NIST SP 800-38D). */
const CIPHER = 'aes-256-gcm';
const NONCE = 12;
const TAG = 16;
const OVERHEAD = NONCE + TAG;

/** Seals a text: nonce, tag, ciphertext. `about` is not kept in the box, and the box opens only for one who names it. */
export const sealBox = (key: Buffer, about: string, content: string | Buffer): Buffer => {
  const nonce = randomSlice(NONCE);
  const cipher = createCipheriv(CIPHER, key, nonce, { authTagLength: TAG });
  cipher.setAAD(Buffer.from(about, 'utf8'));
  const body = typeof content === 'string' ? cipher.update(content, 'utf8') : cipher.update(content);
  cipher.final();
  return Buffer.concat([nonce, cipher.getAuthTag(), body], OVERHEAD + body.length);
};

/** What was sealed, or undefined where the key, what the box is about, or any byte of it is another. */
export const openBox = (key: Buffer, about: string, box: Buffer): Buffer | undefined => {
  if (box.length < OVERHEAD) return undefined;
  const decipher = createDecipheriv(CIPHER, key, box.subarray(0, NONCE), { authTagLength: TAG });
  decipher.setAAD(Buffer.from(about, 'utf8'));
  decipher.setAuthTag(box.subarray(NONCE, OVERHEAD));
  const content = decipher.update(box.subarray(OVERHEAD));
  try {
    decipher.final();
  } catch {
    return undefined;
  }
  return content;
};
