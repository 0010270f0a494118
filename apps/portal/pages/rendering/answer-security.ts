import type { Request, RequestHandler, Response } from 'express';
import helmet from 'helmet';

const NO_STORE = 'no-store';

/** No script but the hub's own files, no style but its own, no frame around it, no form to elsewhere; and nothing is kept. */
export const answerSecurity = (origin: string): RequestHandler => {
  const isHttps = new URL(origin).protocol === 'https:';
  const headers = helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'"],
        connectSrc: ["'self'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        baseUri: ["'none'"],
        ...(isHttps ? { upgradeInsecureRequests: [] } : {}),
      },
    },
    referrerPolicy: { policy: 'no-referrer' },
    strictTransportSecurity: isHttps ? { maxAge: 31_536_000, includeSubDomains: false } : false,
    xFrameOptions: { action: 'deny' },
  });
  return (request, response, next) => {
    response.set('Cache-Control', NO_STORE);
    headers(request, response, next);
  };
};

/** The same for an answer that no middleware saw. */
export const securedBy =
  (security: RequestHandler) =>
  (request: Request, response: Response): void => {
    security(request, response, () => undefined);
  };
