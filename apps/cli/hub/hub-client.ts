import { Fault } from '@throughline/kernel';
import { setTimeout as pause } from 'node:timers/promises';
import { AccessToken } from './access-token';
import type { HubPlace } from './hub-place';

/** One fault that the hub names in a problem document. */
export interface NamedFault {
  readonly index?: number;
  readonly pointer?: string;
  readonly detail: string;
  readonly status?: number;
}

/** The hub understood and said no. */
export class HubRefused extends Fault {
  readonly retriable = false;

  constructor(
    readonly status: number,
    detail: string,
    readonly errors: readonly NamedFault[],
  ) {
    super(`the hub answered ${status}: ${detail}`);
  }
}

/** The hub does not answer, or asks to come again later, and that has gone on for too long. */
export class HubUnavailable extends Fault {
  readonly retriable = true;
}

interface Problem {
  readonly title?: string;
  readonly detail?: string;
  readonly errors?: readonly NamedFault[];
}

const FIRST_PAUSE = 200;
const LONGEST_PAUSE = 10_000;
/** How long a call is tried again before it is given up: as long as somebody at a terminal likes to wait. */
const PATIENCE = 5_000;

const jsonOf = async (response: Response): Promise<unknown> => {
  const text = await response.text();
  try {
    return text === '' ? {} : (JSON.parse(text) as unknown);
  } catch {
    return {};
  }
};

/** The hub over HTTP. Calls are tried again, ever more slowly, while it is busy, away or limits the rate: each of them may be made twice. */
export class HubClient {
  private readonly token: AccessToken;

  constructor(
    private readonly place: HubPlace,
    private readonly patience = PATIENCE,
  ) {
    this.token = new AccessToken(place);
  }

  get(path: string): Promise<unknown> {
    return this.call(path, { method: 'GET' });
  }

  /** @param body JSON text */
  post(path: string, body: string, headers: Readonly<Record<string, string>> = {}): Promise<unknown> {
    return this.call(path, { method: 'POST', body, headers: { 'content-type': 'application/json', ...headers } });
  }

  delete(path: string): Promise<unknown> {
    return this.call(path, { method: 'DELETE' });
  }

  private async call(path: string, init: RequestInit & { headers?: Record<string, string> }): Promise<unknown> {
    const began = performance.now();
    let renewed = false;
    for (let wait = FIRST_PAUSE; ; wait = Math.min(wait * 2, LONGEST_PAUSE)) {
      let asked = 0;
      try {
        const response = await this.once(path, init);
        if (response.ok) return await jsonOf(response);
        const problem = (await jsonOf(response)) as Problem;
        if (response.status === 401 && !renewed) {
          renewed = true;
          this.token.forget();
          continue;
        }
        const refused = new HubRefused(response.status, problem.detail ?? problem.title ?? 'no reason given', problem.errors ?? []);
        if (response.status !== 429 && response.status !== 503) throw refused;
        if (performance.now() - began > this.patience) throw new HubUnavailable(`${refused.message}, for too long`);
        asked = Number(response.headers.get('retry-after') ?? 0) * 1_000;
      } catch (reason) {
        if (!(reason instanceof Fault) || !reason.retriable || performance.now() - began > this.patience) throw reason;
      }
      await pause(Math.max(wait, Number.isFinite(asked) ? asked : 0));
    }
  }

  private async once(path: string, init: RequestInit & { headers?: Record<string, string> }): Promise<Response> {
    const token = await this.token.get();
    try {
      return await fetch(`${this.place.url}${path}`, { ...init, headers: { ...init.headers, authorization: `Bearer ${token}` } });
    } catch (cause) {
      throw new HubUnavailable(`the hub at ${this.place.url} does not answer`, { cause });
    }
  }
}
