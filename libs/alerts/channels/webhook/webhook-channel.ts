import { type IncomingMessage, request as overHttp } from 'node:http';
import { request as overHttps } from 'node:https';
import { Webhook } from 'standardwebhooks';
import { type AlertNotice, type Channel, DELIVERED, type Delivery, type Message } from '../channel';
import { type AddressRules, connectTo, faultOfWebhookUrl, type Resolved } from './public-address';

export interface WebhookParts extends AddressRules {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Trust for TLS beside the system's own, PEM; for tests alone. */
  readonly ca?: string;
  /** Milliseconds for the whole of an attempt; default 10,000. */
  readonly patience?: number;
}

const PATIENCE = 10_000;

/** Bytes of an answer that are read at most; nothing in it is of interest. */
const MOST_BYTES = 64 * 1024;

/** Milliseconds: a receiver that asks for a pause gets it, up to an hour. */
const LONGEST_PAUSE = 3_600_000;

/** Milliseconds for connecting to one address of several before the next is tried as well. */
const ONE_ADDRESS = 2_000;

const GONE = 410;

/** What a receiver says of a message: all of it that is of interest. */
interface Answer {
  readonly status: number;
  readonly retryAfter: string | undefined;
}

/** What a webhook is sent: who may know more asks `GET /v1/alerts`. */
export const webhookBody = ({ alert, class: kind, status, dueAt, at }: AlertNotice): string =>
  JSON.stringify({ type: 'throughline.alert.changed', timestamp: at, data: { alert, class: kind, status, dueAt } });

/** The signature of each secret, the newest first (Standard Webhooks, "Secret rotation"). */
const signaturesOf = (secrets: readonly string[], key: string, at: Date, body: string): string =>
  secrets.map((secret) => new Webhook(secret).sign(key, at, body)).join(' ');

/** Webhooks by the Standard Webhooks specification, to public addresses alone, following no redirect. */
export class WebhookChannel implements Channel {
  readonly name = 'webhook';

  constructor(private readonly parts: WebhookParts) {}

  async deliver({ key, target, notice }: Message): Promise<Delivery> {
    const { secrets = [], address } = target;
    if (faultOfWebhookUrl(address, this.parts) !== undefined || secrets.length === 0) {
      return { result: 'failed', fault: 'the address is not one that the hub may call' };
    }
    const url = new URL(address);
    const signal = AbortSignal.timeout(this.parts.patience ?? PATIENCE);
    try {
      const places = await withSignal(connectTo(url.hostname, this.parts), signal);
      if (places.length === 0) return { result: 'retry', fault: 'the name stands for an address that is not on the internet' };
      const body = webhookBody(notice);
      const at = new Date(this.parts.now());
      const headers = {
        'content-type': 'application/json',
        'content-length': Buffer.byteLength(body),
        'user-agent': 'Throughline',
        'webhook-id': key,
        'webhook-timestamp': String(Math.floor(at.getTime() / 1_000)),
        'webhook-signature': signaturesOf(secrets, key, at, body),
      };
      return outcomeOf(await this.post(url, places, headers, body, signal), at);
    } catch {
      return { result: 'retry', fault: signal.aborted ? 'no answer in time' : 'the receiver was not reached' };
    }
  }

  private post(
    url: URL,
    places: readonly Resolved[],
    headers: Readonly<Record<string, string | number>>,
    body: string,
    signal: AbortSignal,
  ): Promise<Answer> {
    return new Promise((resolve, reject) => {
      let answer: Answer | undefined;
      const options = {
        method: 'POST',
        headers,
        signal,
        agent: false,
        // The connection goes where the name was found to lead, whatever it leads to by now: to the first of these that answers.
        autoSelectFamily: true,
        autoSelectFamilyAttemptTimeout: ONE_ADDRESS,
        lookup: (_host: string, _asked: object, found: (reason: null, places: readonly Resolved[]) => void): void => found(null, places),
        ...(this.parts.ca === undefined ? {} : { ca: this.parts.ca }),
      };
      const take = (response: IncomingMessage): void => {
        const said: Answer = { status: response.statusCode ?? 0, retryAfter: response.headers['retry-after'] };
        answer = said;
        let read = 0;
        response.on('data', (chunk: Buffer) => {
          read += chunk.length;
          if (read <= MOST_BYTES) return;
          resolve(said);
          response.destroy();
        });
        response.on('end', () => resolve(said));
        response.on('error', () => resolve(said));
      };
      const call = (url.protocol === 'http:' ? overHttp : overHttps)(url, options as never, take);
      // Whether it was taken is said by the status: what breaks off after that, or never ends, takes nothing back.
      call.on('error', (reason) => (answer === undefined ? reject(reason) : resolve(answer)));
      call.end(body);
    });
  }
}

const withSignal = <Result>(work: Promise<Result>, signal: AbortSignal): Promise<Result> =>
  new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => reject(new Error('no answer in time')), { once: true });
    work.then(resolve, reject);
  });

/** Milliseconds for which a receiver asks to be left in peace: `Retry-After` in seconds, or as a date (RFC 9110, section 10.2.3). */
const pauseAsked = (retryAfter: string, at: Date): number | undefined => {
  if (/^\d{1,9}$/.test(retryAfter)) return Math.min(Number(retryAfter) * 1_000, LONGEST_PAUSE);
  const until = /GMT$/.test(retryAfter) ? Date.parse(retryAfter) : Number.NaN;
  return Number.isNaN(until) ? undefined : Math.min(Math.max(0, until - at.getTime()), LONGEST_PAUSE);
};

const outcomeOf = ({ status, retryAfter = '' }: Answer, at: Date): Delivery => {
  if (status >= 200 && status < 300) return DELIVERED;
  if (status === GONE) return { result: 'failed', fault: 'the receiver wants no more (410)', disable: true };
  const asked = pauseAsked(retryAfter, at);
  return { result: 'retry', fault: `the receiver answered ${status}`, ...(asked === undefined ? {} : { later: asked }) };
};
