import type { RequestHandler } from 'express';
import type { PagesWiring } from '../pages-wiring';
import { problemPage } from './problem-page';

/** Runs what a page needs before it is asked; where that fails, as without a database, the answer is a page that says so. */
export const answerUnavailable =
  (handler: RequestHandler, { logger, templates }: PagesWiring): RequestHandler =>
  (request, response, next) => {
    handler(request, response, (fault?: unknown) => {
      if (fault === undefined || fault === null) {
        next();
        return;
      }
      logger.error({ err: fault }, 'sessions cannot be read');
      const html = templates.render(problemPage(503), { visitor: undefined, formToken: '', path: request.path });
      response.status(503).set('Retry-After', '5').type('html').send(html);
    });
  };
