import { setTimeout as pause } from 'node:timers/promises';
import type { Call, Sent } from './load';

/** Where a hub is just now; the same address after it was killed and started again. */
export interface Target {
  readonly origin: string;
  token(client: string): Promise<string>;
}

interface Answer {
  readonly status: number;
  readonly text: string;
}

const AT_ONCE = 12;
const PATIENCE = 120_000;

/** Agencies that publish, and that try again with the same ids for as long as they are not told that the hub has it. */
export class Publishers {
  /** What was answered 202, in the order of the answers. */
  readonly acknowledged: Sent[] = [];
  /** How often a call had to be sent again. */
  retries = 0;
  private readonly tokens = new Map<string, Promise<string>>();
  private waiting: { readonly count: number; readonly reached: () => void }[] = [];

  constructor(private readonly target: Target) {}

  /** Publishes every call. Fails where the hub refuses a record for good. */
  async publish(calls: readonly Call[]): Promise<void> {
    const next = calls.values();
    const worker = async (): Promise<void> => {
      for (const call of next) await this.send(call);
    };
    await Promise.all(Array.from({ length: AT_ONCE }, worker));
  }

  /** Settles when so many records were acknowledged. */
  async reached(count: number): Promise<void> {
    if (this.acknowledged.length >= count) return;
    await new Promise<void>((reached) => this.waiting.push({ count, reached }));
  }

  private async send(call: Call): Promise<void> {
    const until = Date.now() + PATIENCE;
    for (let wait = 20; ; wait = Math.min(wait * 2, 400)) {
      const answer = await this.post(call).catch(() => undefined);
      if (answer?.status === 202) break;
      if (answer !== undefined && answer.status < 500 && answer.status !== 429) throw new Error(`${answer.status} ${answer.text}`);
      if (Date.now() > until) throw new Error(`not acknowledged in ${PATIENCE} ms: ${answer?.status ?? 'no answer'} ${answer?.text ?? ''}`);
      this.retries += 1;
      await pause(wait);
    }
    this.acknowledged.push(...call.records);
    this.waiting = this.waiting.filter(({ count, reached }) => {
      if (this.acknowledged.length < count) return true;
      reached();
      return false;
    });
  }

  private async post({ client, records }: Call): Promise<Answer> {
    const token = await this.token(client);
    const [only] = records;
    const alone = records.length === 1 && only !== undefined;
    const response = await fetch(`${this.target.origin}/v1/records`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': `application/cloudevents${alone ? '' : '-batch'}+json` },
      body: alone ? only.text : `[${records.map(({ text }) => text).join(',')}]`,
      signal: AbortSignal.timeout(20_000),
    });
    return { status: response.status, text: await response.text() };
  }

  private async token(client: string): Promise<string> {
    const asked = this.tokens.get(client) ?? this.target.token(client);
    this.tokens.set(client, asked);
    try {
      return await asked;
    } catch (reason) {
      this.tokens.delete(client);
      throw reason;
    }
  }
}
