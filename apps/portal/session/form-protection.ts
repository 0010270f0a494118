import { csrfSync } from 'csrf-sync';
import type { Request } from 'express';

/** The name of the hidden field that every form carries. */
export const TOKEN_FIELD = '_csrf';

const { generateToken, isRequestValid } = csrfSync({
  getTokenFromRequest: (request) => {
    const body = request.body as Readonly<Record<string, unknown>> | undefined;
    const token = body?.[TOKEN_FIELD];
    return typeof token === 'string' ? token : undefined;
  },
});

/** The token that this session's forms carry; made on first use. */
export const formToken = (request: Request): string => generateToken(request);

/** Whether what was sent comes from a form of this session, and not from another site that makes the browser send it. */
export const isOwnForm = (request: Request): boolean => isRequestValid(request);
