import { Problem } from '@throughline/platform';
import type { NextFunction, Request, Response } from 'express';
import { routes } from '../openapi/openapi';
import type { Route } from '../openapi/route';

/** The part of a path that varies. */
const VARYING = /\{[^}]+\}/g;

const patternOf = (path: string): RegExp => new RegExp(`^${path.replaceAll('.', String.raw`\.`).replaceAll(VARYING, '[^/]+')}/?$`, 'i');

const known = routes.map((route) => ({ route, pattern: patternOf(route.path) }));

/** The routes of an address: those that name it in full go before those with parts that vary. */
const routesAt = (path: string): readonly Route[] => {
  const found = known.filter(({ pattern }) => pattern.test(path)).map(({ route }) => route);
  const literal = found.filter((route) => !route.path.includes('{'));
  return literal.length > 0 ? literal : found;
};

/** HEAD is answered wherever GET is, OPTIONS everywhere. */
const methodsOf = (described: readonly Route[]): readonly string[] => [
  ...new Set([...described.flatMap(({ method }) => (method === 'get' ? ['GET', 'HEAD'] : [method.toUpperCase()])), 'OPTIONS']),
];

const mediaTypeOf = (request: Request): string | undefined => request.headers['content-type']?.split(';', 1)[0]?.trim().toLowerCase();

const hasBody = ({ headers }: Request): boolean => headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;

/**
 * Refuses what is not described of an address that is: 405 with the methods that it has, 415 for a body of another media type. Answers
 * OPTIONS by itself.
 */
export const refuseUndescribed = (request: Request, response: Response, next: NextFunction): void => {
  const described = routesAt(request.originalUrl.split('?', 1)[0] ?? '');
  const methods = methodsOf(described);
  if (described.length === 0) next();
  else if (request.method === 'OPTIONS') response.status(204).set('Allow', methods.join(', ')).end();
  else if (!methods.includes(request.method)) {
    response.set('Allow', methods.join(', '));
    next(new Problem(405, 'the address does not have this method'));
  } else {
    const body = described.find(({ method }) => method === request.method.toLowerCase())?.body;
    const taken = Object.keys(body?.content ?? {});
    const isTaken = body === undefined || !hasBody(request) || taken.includes(mediaTypeOf(request) ?? '');
    next(isTaken ? undefined : new Problem(415, `the content type must be ${taken.join(' or ')}`));
  }
};
