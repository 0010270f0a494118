import { Fault } from '@throughline/kernel';

/** A client asks more often than it may. */
export class TooManyRequests extends Fault {
  readonly retriable = true;
  readonly status = 429;
  /** Seconds. */
  readonly retryAfter = 1;
}

interface Second {
  readonly began: number;
  count: number;
}

const SECOND = 1_000;

/** Counts each client's requests of a second; clients are those that signed in, so there are few. */
export class RequestRate {
  private readonly seconds = new Map<string, Second>();

  /** @param clock milliseconds since 1970 */
  constructor(
    private readonly perSecond: number,
    private readonly clock: () => number,
  ) {}

  /** Fails with `TooManyRequests` from the first request above the limit until its second is over. */
  count(client: string): void {
    const now = this.clock();
    const second = this.seconds.get(client);
    if (second === undefined || now - second.began >= SECOND || now < second.began) {
      this.seconds.set(client, { began: now, count: 1 });
      return;
    }
    second.count += 1;
    if (second.count > this.perSecond) throw new TooManyRequests(`more than ${this.perSecond} requests in a second`);
  }
}
