import { Agent } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { type Answer, type Post, sendOne } from '../posts';
import { BenchFailed } from '../processes';

/** A request, and the ids of its records. */
export interface LoadPost extends Post {
  readonly ids: readonly string[];
}

export interface Publishers {
  readonly origin: string;
  /** Keep-alive connections, each always busy. */
  readonly connections: number;
  readonly next: () => LoadPost;
  /** No further request is begun once it is aborted; what was begun is sent again until it is taken. */
  readonly until: AbortSignal;
  /** Whoever waits for all of it does so no more. */
  readonly interrupted: AbortSignal;
  readonly taken: (post: LoadPost) => void;
  /** The hub asked for patience; which it is given. */
  readonly told?: (answer: Answer) => void;
}

/** A connection may break, and what was sent on it is sent again; as often as this in a row, the hub is gone. */
const BROKEN = 5;

const PATIENT: ReadonlySet<number> = new Set([429, 503]);

/** Publishes over HTTP as a well-behaved client does: it comes again when it was told to. */
export const publishOverHttp = async (parts: Publishers): Promise<void> => {
  const { origin, connections, next, until, interrupted, taken, told } = parts;
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const ended = new AbortController();
  const isOver = (): boolean => interrupted.aborted || ended.signal.aborted;
  const untilTaken = async (post: LoadPost): Promise<void> => {
    let broken = 0;
    while (!isOver()) {
      const answer = await sendOne(agent, origin, post).catch(async (reason: unknown) => {
        broken += 1;
        if (broken === BROKEN || isOver()) throw reason;
        await pause(200);
        return undefined;
      });
      if (answer === undefined) continue;
      if (answer.status === 202) {
        taken(post);
        return;
      }
      if (!PATIENT.has(answer.status)) throw new BenchFailed(`a record was not taken: ${answer.status} ${answer.text.slice(0, 300)}`);
      told?.(answer);
      await pause((answer.retryAfter ?? 1) * 1_000, undefined, { signal: interrupted }).catch(() => undefined);
    }
  };
  const worker = async (): Promise<void> => {
    while (!until.aborted && !isOver()) await untilTaken(next());
  };
  try {
    await Promise.all(Array.from({ length: connections }, worker));
  } catch (reason) {
    // A Ctrl-C on a terminal ends the hub as well, and that may be seen before the interruption is.
    await pause(500);
    if (!interrupted.aborted) throw reason;
  } finally {
    ended.abort();
    agent.destroy();
  }
};
