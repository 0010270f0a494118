import { setTimeout as pause } from 'node:timers/promises';
import { demoToken } from '@throughline/infra/identity';
import { BenchFailed } from './processes';

const ATTEMPTS = 5;
const READY_WITHIN = 120_000;

/** Half of what the embedded provider promises (contract.md, section 3), in milliseconds. */
const RENEWED_AFTER = 5 * 60_000;

/** A connection that was kept alive can end just when it is used again: then another one is tried. */
export const ask = async (url: string, init?: RequestInit): Promise<Response> => {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await fetch(url, init);
    } catch (reason) {
      if (attempt === ATTEMPTS) throw new BenchFailed('the hub does not answer', { cause: reason });
      await pause(100 * attempt);
    }
  }
};

/** The hub has read all that stood on its log. */
export const untilReady = async (origin: string): Promise<void> => {
  const end = performance.now() + READY_WITHIN;
  while (!(await ask(`${origin}/health/ready`)).ok) {
    if (performance.now() > end) throw new BenchFailed('the hub did not become ready');
    await pause(20);
  }
};

export const tokenOf = (origin: string, client: string): Promise<string> => demoToken(`${origin}/idp`, client);

/** Asks a hub as one of the demo's systems, for as long as a measure lasts: tokens are renewed before they end. */
export class Asking {
  private token: string | undefined;
  private since = 0;

  constructor(
    private readonly origin: string,
    private readonly client: string,
  ) {}

  async ask(path: string, init: { readonly method?: string; readonly body?: string } = {}): Promise<Response> {
    if (this.token === undefined || performance.now() - this.since > RENEWED_AFTER) {
      this.token = await tokenOf(this.origin, this.client);
      this.since = performance.now();
    }
    return ask(`${this.origin}${path}`, {
      ...init,
      headers: { authorization: `Bearer ${this.token}`, 'content-type': 'application/json' },
    });
  }
}
