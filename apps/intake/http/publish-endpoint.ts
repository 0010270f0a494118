import { type Caller, type Callers, requireScope, ScopeMissing } from '@throughline/access';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Logger } from 'pino';
import { publishSeconds } from '../publishing/measures';
import type { Publishing } from '../publishing/publishing';
import { answer, answerProblem } from './answer';
import { importCheckIn } from './import-check';
import { modeOf, prefersLenient } from './media-type';
import { type BodyRoom, CallerGone, readBody } from './raw-body';
import { parsedJson, recordsIn } from './records-in-body';
import type { RequestRate } from './request-rate';

export interface PublishEndpointParts {
  readonly callers: Pick<Callers, 'identify'>;
  readonly publishing: Publishing;
  /** Absent: no limit. */
  readonly rate?: RequestRate;
  readonly room: BodyRoom;
  readonly logger: Logger;
}

/** The most bytes of one request (contract.md, section 3). */
const MOST_BYTES = 5 * 1024 * 1024;

/** A check carries the same records, and what they correct. */
const MOST_BYTES_OF_CHECK = 2 * MOST_BYTES;

/** Publishing is for agencies, and for those who may import. */
const requirePublisher = (caller: Caller): void => {
  if (caller.agency === undefined && !caller.scopes.has('records:import')) {
    throw new ScopeMissing('records are published by agencies, or with the scope records:import');
  }
};

/**
 * `POST /v1/records` and `POST /v1/operate/import/check`, on the bare server: each request is read, examined and answered without
 * the framework's parsers and layers, which would take longer than all the rest of a single publish.
 */
export class PublishEndpoint {
  private readonly routes: Readonly<Record<string, (request: IncomingMessage, response: ServerResponse) => Promise<void>>> = {
    '/v1/records': (request, response) => this.publish(request, response),
    '/v1/operate/import/check': (request, response) => this.check(request, response),
  };

  constructor(private readonly parts: PublishEndpointParts) {}

  /** Takes a request that is its own and answers true; leaves any other as it is. */
  take(request: IncomingMessage, response: ServerResponse): boolean {
    if (request.method !== 'POST') return false;
    const path = (request.url ?? '').split('?', 1)[0]?.replace(/\/$/, '') ?? '';
    const route = Object.hasOwn(this.routes, path) ? this.routes[path] : undefined;
    if (route === undefined) return false;
    const began = performance.now();
    response.once('close', () => {
      publishSeconds.observe({ status: String(response.statusCode) }, (performance.now() - began) / 1_000);
    });
    route(request, response).catch((reason: unknown) => {
      if (reason instanceof CallerGone) response.destroy();
      else answerProblem(response, reason, this.parts.logger);
    });
    return true;
  }

  private async publish(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { headers } = request;
    const caller = await this.admit(request);
    requirePublisher(caller);
    const mode = modeOf(headers);
    const lenient = prefersLenient(headers);
    const body = await readBody(request, MOST_BYTES, this.parts.room);
    const acknowledgement = await this.parts.publishing.publish(recordsIn(mode, request, body), caller, lenient);
    answer(response, 202, acknowledgement, lenient ? { 'Preference-Applied': 'handling=lenient' } : {});
  }

  private async check(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const caller = await this.admit(request);
    requireScope(caller, 'records:import');
    const { records, expected } = importCheckIn(parsedJson(await readBody(request, MOST_BYTES_OF_CHECK, this.parts.room)));
    answer(response, 200, { records: records.length, errors: await this.parts.publishing.check(records, caller, expected) });
  }

  private async admit(request: IncomingMessage): Promise<Caller> {
    const caller = await this.parts.callers.identify(request.headers.authorization);
    this.parts.rate?.count(caller.clientId);
    return caller;
  }
}
