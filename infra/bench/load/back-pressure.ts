import { Agent } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import type { Log } from '@throughline/log';
import { readEnvelope } from '@throughline/records';
import { type Answer, sendOne } from '../posts';
import { batches, singles, type Tokens } from './http-loads';
import type { HubUnderLoad } from './hub-under-load';
import { publishOverHttp } from './over-http';
import { within } from './within';

/** What the hub did when it was given more than it takes. */
export interface PressureSeen {
  /** Answers 429 to one client that asked too often. */
  readonly tooMany: number;
  /** Answers 503 while the log stood still. */
  readonly unavailable: number;
  /** Of those, the ones that did not say when to come again. */
  readonly withoutRetryAfter: number;
  /** Bytes: resident before, and the most since. */
  readonly before: number;
  readonly peak: number;
  /** Records that were acknowledged meanwhile; how many of them the log has not; entries of them beyond the first. */
  readonly acknowledged: number;
  readonly missing: number;
  readonly copies: number;
}

/** Resident memory may grow by what intake may hold: bodies, what waits for the log, and what is made of both. */
export const BOUND_BYTES = 512 * 1024 ** 2;

export const pressureIsBorne = ({ tooMany, unavailable, withoutRetryAfter, before, peak, missing, copies }: PressureSeen): boolean =>
  tooMany > 0 && unavailable > 0 && withoutRetryAfter === 0 && peak - before <= BOUND_BYTES && missing === 0 && copies === 0;

export interface PressureParts {
  readonly hub: HubUnderLoad;
  readonly tokens: Tokens;
  readonly log: Log;
  readonly brokerPid: number;
  /** For how long the broker stands still, at least. */
  readonly seconds: number;
  /** Connections that publish batches meanwhile: what they bring at once must be more than may wait for the log. */
  readonly connections: number;
  readonly interrupted: AbortSignal;
}

const CONNECTIONS = 64;
const RUN = 'p';
const ENOUGH = 100;
const TOO_OFTEN_SECONDS = 20;
const STOPPED_AT_MOST_SECONDS = 20;

const ends = (log: Log): Promise<readonly bigint[]> =>
  Promise.all(Array.from({ length: log.partitions }, async (_, partition) => (await log.bounds(partition)).end));

/** How often each record of this run stands in the log, from these offsets on. */
const onTheLog = async (log: Log, since: readonly bigint[]): Promise<ReadonlyMap<string, number>> => {
  const found = new Map<string, number>();
  for (const [partition, from] of since.entries()) {
    const { end: to } = await log.bounds(partition);
    for await (const entries of log.scan(partition, { from, to, maxEntries: 1_000 })) {
      for (const { value } of entries) {
        const { id } = readEnvelope(value);
        if (id.startsWith(RUN)) found.set(id, (found.get(id) ?? 0) + 1);
      }
    }
  }
  return found;
};

/** For so many seconds, and on until something was seen: on a busy machine it takes long to bring more than may wait. */
const stopped = async (pid: number, seconds: number, isSeen: () => boolean, interrupted: AbortSignal): Promise<void> => {
  process.kill(pid, 'SIGSTOP');
  try {
    const began = performance.now();
    const lasted = (): number => (performance.now() - began) / 1_000;
    while (!interrupted.aborted && (lasted() < seconds || (!isSeen() && lasted() < STOPPED_AT_MOST_SECONDS))) await pause(100);
  } finally {
    process.kill(pid, 'SIGCONT');
  }
};

/**
 * One client asks as often as it can, at most for some seconds, until it is told to wait. On a busy machine records alone would not
 * come often enough: most of its requests say nothing.
 */
const tooOften = async (
  hub: HubUnderLoad,
  tokens: Tokens,
  interrupted: AbortSignal,
  acknowledged: Set<string>,
  told: Answer[],
): Promise<void> => {
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
  const token = tokens[0] ?? '';
  const next = singles([token], `${RUN}-one`);
  const worker = async (until: AbortSignal): Promise<void> => {
    for (let asked = 0; !until.aborted && told.length < ENOUGH; asked += 1) {
      const post = asked % 8 === 0 ? next() : { token, type: 'text/plain', body: '', ids: [] };
      const answer = await sendOne(agent, hub.origin, post);
      if (answer.status === 202) post.ids.forEach((id) => acknowledged.add(id));
      if (answer.status === 429) told.push(answer);
    }
  };
  try {
    await within(TOO_OFTEN_SECONDS, interrupted, (until) => Promise.all(Array.from({ length: CONNECTIONS }, () => worker(until))));
  } finally {
    agent.destroy();
  }
};

/** One client asks more often than it may; then the broker stands still while everybody publishes, and goes on. */
export const underPressure = async ({
  hub,
  tokens,
  log,
  brokerPid,
  seconds,
  connections,
  interrupted,
}: PressureParts): Promise<PressureSeen> => {
  const since = await ends(log);
  const { rss: before } = await hub.memory();
  const acknowledged = new Set<string>();
  const told: Answer[] = [];
  let peak = before;
  const over = new AbortController();
  const watching = (async (): Promise<void> => {
    while (!over.signal.aborted && !interrupted.aborted) {
      peak = Math.max(peak, (await hub.memory()).rss);
      await pause(100);
    }
  })();
  watching.catch(() => undefined);
  await tooOften(hub, tokens, interrupted, acknowledged, told);
  const standing = new AbortController();
  const publishing = publishOverHttp({
    ...{ origin: hub.origin, connections, next: batches(tokens, `${RUN}-all`), until: standing.signal, interrupted },
    taken: ({ ids }) => ids.forEach((id) => acknowledged.add(id)),
    told: (answer) => told.push(answer),
  });
  await pause(500);
  await stopped(brokerPid, seconds, () => told.some(({ status }) => status === 503), interrupted);
  standing.abort();
  await publishing;
  over.abort();
  await watching;

  const found = await onTheLog(log, since);
  const times = [...acknowledged].map((id) => found.get(id) ?? 0);
  return {
    tooMany: told.filter(({ status }) => status === 429).length,
    unavailable: told.filter(({ status }) => status === 503).length,
    withoutRetryAfter: told.filter(({ retryAfter }) => !(retryAfter !== undefined && retryAfter > 0)).length,
    ...{ before, peak, acknowledged: acknowledged.size },
    missing: times.filter((count) => count === 0).length,
    copies: times.reduce((sum, count) => sum + Math.max(0, count - 1), 0),
  };
};
