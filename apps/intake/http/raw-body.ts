import { Fault } from '@throughline/kernel';
import { Problem } from '@throughline/platform';
import type { IncomingMessage } from 'node:http';

/** Too many bodies are being taken in at once: the caller should come again in a moment. */
export class IntakeBusy extends Fault {
  readonly retriable = true;
}

/** The caller went away before its body had come; there is nobody to answer. */
export class CallerGone extends Fault {
  readonly retriable = true;
}

/** How many bytes of bodies may be in memory at once, over all requests. */
export class BodyRoom {
  private taken = 0;

  constructor(private readonly bytes: number) {}

  /** Fails with `IntakeBusy`. */
  take(bytes: number): void {
    if (this.taken + bytes > this.bytes) throw new IntakeBusy('too much is being taken in at once');
    this.taken += bytes;
  }

  giveBack(bytes: number): void {
    this.taken -= bytes;
  }
}

const tooLarge = (limit: number): Problem => new Problem(413, `a request may have ${limit} bytes`);

/**
 * The body as it came. Above the limit it fails with 413 at once, and what still comes is read and thrown away by the server, so
 * that the caller hears the answer.
 */
export const readBody = (request: IncomingMessage, limit: number, room: BodyRoom): Promise<Buffer> => {
  if (Number(request.headers['content-length'] ?? 0) > limit) return Promise.reject(tooLarge(limit));
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let length = 0;
    const settle = (outcome: () => void): void => {
      request.off('data', onData).off('end', onEnd).off('close', onClose).off('error', onClose);
      room.giveBack(length);
      outcome();
    };
    const fail = (reason: Error): void => settle(() => reject(reason));
    const onData = (chunk: Buffer): void => {
      try {
        if (length + chunk.length > limit) throw tooLarge(limit);
        room.take(chunk.length);
        length += chunk.length;
        chunks.push(chunk);
      } catch (reason) {
        fail(reason as Error);
        request.on('error', () => undefined).resume();
      }
    };
    const onEnd = (): void => settle(() => resolve(chunks.length === 1 && chunks[0] !== undefined ? chunks[0] : Buffer.concat(chunks)));
    const onClose = (): void => fail(new CallerGone('the caller went away'));
    request.on('data', onData).on('end', onEnd).on('close', onClose).on('error', onClose);
  });
};
