import { randomBytes } from 'node:crypto';
import { NotSignedIn } from '@throughline/access';
import { Fault } from '@throughline/kernel';
import { type AnswerableFault, plainProblem, type ProblemDocument, problemOfFault } from '@throughline/platform';
import type { ServerResponse } from 'node:http';
import type { Logger } from 'pino';

/** Answers a request with JSON. */
export const answer = (response: ServerResponse, status: number, body: unknown, headers: Readonly<Record<string, string>> = {}): void => {
  const bytes = Buffer.from(JSON.stringify(body), 'utf8');
  response.writeHead(status, {
    'Content-Type': status < 400 ? 'application/json; charset=utf-8' : 'application/problem+json; charset=utf-8',
    'Content-Length': bytes.length,
    'Cache-Control': 'no-store',
    'X-Content-Type-Options': 'nosniff',
    ...headers,
  });
  response.end(bytes);
};

const headersOf = (problem: ProblemDocument, reason: unknown): Readonly<Record<string, string>> => ({
  ...(reason instanceof NotSignedIn ? { 'WWW-Authenticate': reason.challenge } : {}),
  ...(problem.status === 503 || problem.status === 429 ? { 'Retry-After': String((reason as AnswerableFault).retryAfter ?? 1) } : {}),
});

/** The problem of a fault; of an error that nobody named only a reference, under which the log has its kind and place. */
const problemOf = (reason: unknown, logger: Logger): ProblemDocument => {
  if (reason instanceof Fault) {
    const problem = problemOfFault(reason);
    if (problem.status >= 500) logger.warn({ err: reason }, 'a publishing request met a fault');
    return problem;
  }
  const reference = randomBytes(9).toString('base64url');
  logger.error({ err: reason, reference }, 'a publishing request met an error that nobody named');
  return { ...plainProblem(500), reference };
};

/** Answers a request with the problem (RFC 9457) of what went wrong. */
export const answerProblem = (response: ServerResponse, reason: unknown, logger: Logger): void => {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  const problem = problemOf(reason, logger);
  answer(response, problem.status, problem, headersOf(problem, reason));
};
