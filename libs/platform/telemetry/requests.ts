import { type NextFunction, type Request, type RequestHandler, type Response } from 'express';
import { type Logger } from 'pino';
import { requestSeconds } from './metrics';

/** The template that a request matched (`/v1/people/:id`), never its address: that names people. */
const routeOf = (request: Request): string => {
  const route: unknown = (request as { route?: { path?: unknown } }).route?.path;
  return typeof route === 'string' ? route : 'unmatched';
};

/** Logs and measures every request once, when its answer has been sent or its caller has gone: no address, no body, no person. */
export const observeRequests =
  (logger: Logger): RequestHandler =>
  (request: Request, response: Response, next: NextFunction) => {
    const began = performance.now();
    response.once('close', () => {
      const seconds = (performance.now() - began) / 1_000;
      const seen = { method: request.method, route: routeOf(request), status: response.statusCode };
      requestSeconds.observe({ ...seen, status: String(seen.status) }, seconds);
      const entry = { ...seen, ms: Math.round(seconds * 1_000), ...(response.writableFinished ? {} : { aborted: true }) };
      if (seen.status >= 500) logger.warn(entry, 'answered');
      else logger.info(entry, 'answered');
    });
    next();
  };
