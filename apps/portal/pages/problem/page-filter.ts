import { randomBytes } from 'node:crypto';
import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException, Inject, Injectable } from '@nestjs/common';
import type { Response } from 'express';
import { Fault } from '@throughline/kernel';
import { type AnswerableFault, problemOfFault } from '@throughline/platform';
import { Elsewhere } from '../entering/refusals';
import type { PageRequest } from '../entering/visitor';
import { PAGES, type PagesWiring } from '../pages-wiring';
import { FillInAgain, type Page } from '../rendering/page';
import { surroundingsOf } from '../rendering/page-renderer';
import { problemPage } from './problem-page';

/** Every error of a page as a page, in words that anybody may read; its status is said, too. */
@Catch()
@Injectable()
export class PageFilter implements ExceptionFilter {
  constructor(@Inject(PAGES) private readonly wiring: PagesWiring) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const [request, response] = [http.getRequest<PageRequest>(), http.getResponse<Response>()];
    if (response.headersSent) response.destroy();
    else if (error instanceof Elsewhere) response.redirect(303, error.to);
    else if (error instanceof FillInAgain) this.send(request, response, 422, error.page as Page<object>);
    else {
      const { status, reference, retryAfter } = this.problemOf(error);
      if (retryAfter !== undefined) response.set('Retry-After', String(retryAfter));
      this.send(request, response, status, problemPage(status, reference));
    }
  }

  private send(request: PageRequest, response: Response, status: number, page: Page<object>): void {
    this.wiring.secured(request, response);
    response
      .status(status)
      .type('html')
      .send(this.wiring.templates.render(page, surroundingsOf(request)));
  }

  private problemOf(error: unknown): { readonly status: number; readonly reference?: string; readonly retryAfter?: number } {
    if (error instanceof Fault) {
      const { status } = problemOfFault(error);
      if (status >= 500) this.wiring.logger.warn({ err: error }, 'a page met a fault');
      const { retryAfter = 1 } = error as AnswerableFault;
      return status === 503 || status === 429 ? { status, retryAfter } : { status };
    }
    if (error instanceof HttpException) return { status: error.getStatus() };
    const reference = randomBytes(9).toString('base64url');
    this.wiring.logger.error({ err: error, reference }, 'a page met an error that nobody named');
    return { status: 500, reference };
  }
}
