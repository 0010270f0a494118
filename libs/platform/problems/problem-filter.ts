import { randomBytes } from 'node:crypto';
import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException } from '@nestjs/common';
import { type Response } from 'express';
import { type Logger } from 'pino';
import { Fault } from '@throughline/kernel';
import { type AnswerableFault, type ProblemDocument, plainProblem, problemOfFault } from './problem';

/** What Express's body parsers report, in words that do not quote the body. */
const BODY_FAULTS: Readonly<Record<string, string>> = {
  'charset.unsupported': 'the body has a character set that is not supported',
  'encoding.unsupported': 'the body has an encoding that is not supported',
  'entity.parse.failed': 'the body is not valid JSON',
  'entity.too.large': 'the body is too large',
  'entity.verify.failed': 'the body could not be verified',
  'request.aborted': 'the body ended too early',
  'request.size.invalid': 'the body is not as long as it said',
};

const statusOfParser = (error: unknown): { status: number; detail: string | undefined } | undefined => {
  if (typeof error !== 'object' || error === null) return undefined;
  const { status, type } = error as { status?: unknown; type?: unknown };
  if (typeof status !== 'number' || status < 400 || status > 499) return undefined;
  return { status, detail: typeof type === 'string' ? BODY_FAULTS[type] : undefined };
};

/**
 * Every error as a problem document. A fault's message is safe to send; a framework's may quote the address or the body, so
 * only its status is; of any other error nothing is told but a reference, under which the log has its kind and place.
 */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(private readonly logger: Logger) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const response = host.switchToHttp().getResponse<Response>();
    const problem = this.problemOf(error);
    if (response.headersSent) {
      response.destroy();
      return;
    }
    if (problem.status === 503 || problem.status === 429) response.set('Retry-After', String((error as AnswerableFault).retryAfter ?? 1));
    response.status(problem.status).type('application/problem+json').set('Cache-Control', 'no-store').send(JSON.stringify(problem));
  }

  private problemOf(error: unknown): ProblemDocument {
    if (error instanceof Fault) {
      const problem = problemOfFault(error);
      if (problem.status >= 500) this.logger.warn({ err: error }, 'a request met a fault');
      return problem;
    }
    if (error instanceof HttpException) return plainProblem(error.getStatus());
    const parser = statusOfParser(error);
    if (parser !== undefined) return plainProblem(parser.status, parser.detail);
    const reference = randomBytes(9).toString('base64url');
    this.logger.error({ err: error, reference }, 'a request met an error that nobody named');
    return { ...plainProblem(500), reference };
  }
}
