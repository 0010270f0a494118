import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

/** What a sign-in began with, and what its end must fit. */
export interface SignInFlow {
  readonly state: string;
  readonly nonce: string;
  readonly codeVerifier: string;
  /** Milliseconds since 1970. */
  readonly began: number;
  /** Where the practitioner was going: a path of the hub. */
  readonly to: string;
}

const CIPHER = 'aes-256-gcm';
const NONCE = 12;
const TAG = 16;
const PATIENCE = 10 * 60_000;

/** Keeps a sign-in's secrets in the browser, readable by the hub alone, for ten minutes. */
export class SealedFlow {
  /** @param key 32 bytes */
  constructor(private readonly key: Buffer) {}

  seal(flow: SignInFlow): string {
    const nonce = randomBytes(NONCE);
    const cipher = createCipheriv(CIPHER, this.key, nonce);
    const sealed = Buffer.concat([cipher.update(JSON.stringify(flow), 'utf8'), cipher.final()]);
    return Buffer.concat([nonce, sealed, cipher.getAuthTag()]).toString('base64url');
  }

  /** The flow, or undefined where the text is none of ours or too old. */
  open(text: string | undefined, now: number): SignInFlow | undefined {
    const bytes = Buffer.from(text ?? '', 'base64url');
    if (bytes.length <= NONCE + TAG) return undefined;
    try {
      const decipher = createDecipheriv(CIPHER, this.key, bytes.subarray(0, NONCE));
      decipher.setAuthTag(bytes.subarray(-TAG));
      const plain = Buffer.concat([decipher.update(bytes.subarray(NONCE, -TAG)), decipher.final()]);
      const flow = JSON.parse(plain.toString('utf8')) as SignInFlow;
      return flow.began <= now && now - flow.began < PATIENCE ? flow : undefined;
    } catch {
      return undefined;
    }
  }
}
