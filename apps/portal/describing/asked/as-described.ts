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

/** What a call about people may carry wherever it goes (contract.md, section 4), though not every one has a use for it. */
const EVERYWHERE = ['partnership', 'after', 'limit', 'cursor'];

/**
 * Parameters that a reading address has not: a filter that is misspelt would otherwise be none, and everything the answer. Where an
 * address has none of its own nothing is filtered, and nothing looked at.
 */
const unknownParameters = ({ path, parameters = [] }: Route, query: Request['query']): Problem | undefined => {
  const names = parameters.filter((parameter) => parameter.in === 'query').map(({ name }) => name);
  if (!path.startsWith('/v1/') || names.length === 0) return undefined;
  const unknown = Object.keys(query).filter((name) => !names.includes(name) && !EVERYWHERE.includes(name));
  const detail = `is not a parameter of this address, which has ${names.join(', ')}`;
  const errors = unknown.map((name) => ({ pointer: `/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`, detail }));
  return errors.length === 0 ? undefined : new Problem(400, 'the query has parameters that this address has not', errors);
};

const hasBody = ({ headers }: Request): boolean => headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;

/**
 * Refuses what is not described of an address that is: 405 with the methods that it has, 415 for a body of another media type, 400 for a
 * parameter of a reading address that it has not. Answers OPTIONS by itself.
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
    const method = request.method === 'HEAD' ? 'get' : request.method.toLowerCase();
    const route = described.find((each) => each.method === method);
    const taken = Object.keys(route?.body?.content ?? {});
    const isTaken = route?.body === undefined || !hasBody(request) || taken.includes(mediaTypeOf(request) ?? '');
    if (!isTaken) next(new Problem(415, `the content type must be ${taken.join(' or ')}`));
    else next(route?.method === 'get' ? unknownParameters(route, request.query) : undefined);
  }
};
