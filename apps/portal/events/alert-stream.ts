import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import type { AlertEvent, AlertFeed, FeedFilter, FeedStep } from '@throughline/alerts';
import { Problem } from '@throughline/platform';
import type { Request, Response } from 'express';

/** Milliseconds between two signs of life, which keep what stands between from closing the connection. */
const HEARTBEAT = 15_000;

/** Milliseconds after which a browser comes back when the connection has ended. */
const RETRY = 2_000;

const NUMBER = /^\d{1,15}$/;

export interface Following {
  readonly filter: FeedFilter;
  /** The event after which it begins; without it, what comes from now on. */
  readonly after?: number;
  /** Milliseconds after which it ends, so that whoever follows signs in anew: they resume where they were. */
  readonly lasts: number;
}

/** The number after which a reader resumes, from the header that browsers and libraries send by themselves. Fails with 422. */
export const lastEventIn = (text: unknown, pointer = '/Last-Event-ID'): number | undefined => {
  if (text === undefined || text === '') return undefined;
  if (typeof text === 'string' && NUMBER.test(text)) return Number(text);
  throw new Problem(422, 'the place to resume from cannot be understood', [{ pointer, detail: 'must be the id of an event' }]);
};

/** One event on the wire: ids and codes alone; who may know more asks for the alert. */
const written = ({ number, partnership, notice }: AlertEvent): string => {
  const { alert, change, safeguard, class: kind, to, status, dueAt } = notice;
  const data = JSON.stringify({ alert, partnership, change, safeguard, class: kind, to, status, dueAt });
  return `id: ${number}\nevent: alert\ndata: ${data}\n\n`;
};

/** Where events that followed are not kept any more: what was missed is in the list of alerts, and the stream goes on from here. */
const resetTo = (number: number): string =>
  `id: ${number}\nevent: reset\ndata: ${JSON.stringify({ reason: 'events since your last one are not kept any more', read: '/v1/alerts' })}\n\n`;

const stepWritten = (step: FeedStep): string => ('events' in step ? step.events.map(written).join('') : resetTo(step.resetTo));

/** Follows alerts as server-sent events (WHATWG HTML, section 9.2), until the reader goes, their time is over, or the hub stops. */
@Injectable()
export class AlertStreams implements OnModuleDestroy {
  private readonly ending = new AbortController();

  constructor(private readonly feed: AlertFeed) {}

  latest(): Promise<number> {
    return this.feed.latest();
  }

  /** Answers the request and stays with it. Fails before the first byte only. */
  async follow(request: Request, response: Response, { filter, after, lasts }: Following): Promise<void> {
    const begin = after ?? (await this.feed.latest());
    const gone = new AbortController();
    const over = (): void => gone.abort();
    const signal = AbortSignal.any([gone.signal, this.ending.signal, AbortSignal.timeout(lasts)]);
    request.on('close', over);
    response.on('close', over);
    response.writeHead(200, {
      'Content-Type': 'text/event-stream; charset=utf-8',
      'Cache-Control': 'no-store',
      'X-Accel-Buffering': 'no',
    });
    response.flushHeaders();
    // The number from which it goes on stands before the first event: who loses the connection until then loses nothing.
    response.write(`retry: ${RETRY}\nid: ${begin}\n\n`);
    const heartbeat = setInterval(() => response.write(': here\n\n'), HEARTBEAT);
    try {
      for await (const step of this.feed.after(begin, filter, signal)) {
        if (!response.write(stepWritten(step))) await drained(response, signal);
        if (signal.aborted) break;
      }
    } catch {
      // The table cannot be read just now: the reader comes back, and resumes where they were.
    } finally {
      clearInterval(heartbeat);
      // Not ended but cut: the end of an answer counts as a visit, and would keep an idle session alive.
      response.destroy();
    }
  }

  async onModuleDestroy(): Promise<void> {
    this.ending.abort();
    await this.feed.close();
  }
}

const drained = (response: Response, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const done = (): void => resolve();
    response.once('drain', done);
    response.once('close', done);
    signal.addEventListener('abort', done, { once: true });
  });
