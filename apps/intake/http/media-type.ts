import { Problem } from '@throughline/platform';
import type { IncomingHttpHeaders } from 'node:http';

/** How records travel in a request: one as structured JSON, several, or one with its attributes in `ce-` headers. */
export type Mode = 'structured' | 'batch' | 'binary';

const TAKEN = 'application/cloudevents+json, application/cloudevents-batch+json, or application/json with ce- headers';

const isInBinaryMode = (headers: IncomingHttpHeaders): boolean => Object.keys(headers).some((name) => name.startsWith('ce-'));

/**
 * The mode that a request's headers state; parameters of the media type are ignored. In binary mode the media type may be left out, as
 * `datacontenttype` may: the official library for Python then sends none. Fails with a 415 problem.
 */
export const modeOf = (headers: IncomingHttpHeaders): Mode => {
  const encoding = headers['content-encoding']?.trim().toLowerCase();
  if (encoding !== undefined && encoding !== '' && encoding !== 'identity') {
    throw new Problem(415, 'a body is taken as it is, without a content encoding');
  }
  const type = headers['content-type']?.split(';', 1)[0]?.trim().toLowerCase();
  if (type === 'application/cloudevents+json') return 'structured';
  if (type === 'application/cloudevents-batch+json') return 'batch';
  if ((type === undefined || type === 'application/json') && isInBinaryMode(headers)) return 'binary';
  throw new Problem(415, `the content type must be ${TAKEN}`);
};

/** Whether the caller prefers the good records of a call stored although others are faulty; said twice, the first holds (RFC 7240, section 2). */
export const prefersLenient = (headers: IncomingHttpHeaders): boolean =>
  [headers.prefer ?? []]
    .flat()
    .join(',')
    .split(',')
    .filter((preference) => /^\s*handling\s*(?:[=;]|$)/i.test(preference))
    .slice(0, 1)
    .some((preference) => /^\s*handling\s*=\s*(?:lenient|"lenient")\s*(?:;|$)/i.test(preference));
