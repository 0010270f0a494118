import { Injectable } from '@nestjs/common';
import { setTimeout as pause } from 'node:timers/promises';
import { Fault } from '@throughline/kernel';

export interface CheckResult {
  readonly ok: boolean;
  /** What a person on call wants to read: a phrase, or figures such as each partition's lag. Never a person's data. */
  readonly detail: unknown;
}

export type Check = () => Promise<CheckResult> | CheckResult;

export interface Readiness {
  readonly ready: boolean;
  readonly checks: Readonly<Record<string, CheckResult>>;
}

const PATIENCE = 3_000;
const WHILE_STOPPING: CheckResult = { ok: false, detail: 'the hub is stopping' };

const answerOf = async (check: Check): Promise<CheckResult> => {
  const late = new AbortController();
  try {
    const noAnswer = pause(PATIENCE, { ok: false, detail: `no answer within ${PATIENCE / 1_000} seconds` }, { signal: late.signal });
    // Aborting the pause rejects it after the race is over: nobody waits for it then.
    noAnswer.catch(() => undefined);
    return await Promise.race([Promise.resolve().then(check), noAnswer]);
  } catch (error) {
    return { ok: false, detail: error instanceof Fault ? error.message : 'failed' };
  } finally {
    late.abort();
  }
};

/** Where each part says whether it can do its work. The hub is ready when every part is. */
@Injectable()
export class Health {
  private readonly checks = new Map<string, Check>();
  private stopping = false;

  /** A check MUST be cheap: it runs at every probe. A later one of the same name takes the place of the earlier. */
  register(name: string, check: Check): void {
    this.checks.set(name, check);
  }

  unregister(name: string): void {
    this.checks.delete(name);
  }

  /** From now on the hub is not ready, so that nobody sends it new work, though it still answers. */
  beginToStop(): void {
    this.stopping = true;
  }

  async readiness(): Promise<Readiness> {
    const names = [...this.checks.keys()].sort();
    const results = await Promise.all(
      [...this.checks].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, check]) => answerOf(check)),
    );
    const entries = names.map((name, place) => [name, results[place] ?? WHILE_STOPPING] as const);
    const checks = Object.fromEntries(this.stopping ? [...entries, ['process', WHILE_STOPPING] as const] : entries);
    return { ready: Object.values(checks).every(({ ok }) => ok), checks };
  }
}
