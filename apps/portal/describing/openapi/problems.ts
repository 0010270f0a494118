import type { ProblemDocument, ProblemItem } from '@throughline/platform';
import type { JsonSchema } from '@throughline/records';
import type { Answer, Route } from './route';
import { list, ref, shape, text } from './schema';

export interface ProblemInWords {
  readonly title: string;
  /** When it is answered, and what to do. */
  readonly description: string;
}

/** Every problem that the hub answers, by status. */
export const problemsInWords: Readonly<Record<number, ProblemInWords>> = {
  400: {
    title: 'Bad Request',
    description:
      'The request is not well-formed: the body is no JSON, the cursor is of another query, or the address has no such parameter. Mend it.',
  },
  401: {
    title: 'Unauthorized',
    description: 'No bearer token, or one that has expired or is not known here. Get a new one and try again.',
  },
  403: { title: 'Forbidden', description: 'You are known and may not do this. Trying again does not help.' },
  404: { title: 'Not Found', description: 'There is nothing of this name, or nothing that you may see: the two look the same.' },
  405: { title: 'Method Not Allowed', description: 'The address is right and the method is not; Allow says which are.' },
  409: {
    title: 'Conflict',
    description: 'It contradicts what is held: the same source and id with other content, or an alert that has ended.',
  },
  413: { title: 'Payload Too Large', description: 'More than the limits allow. Send it in several calls.' },
  415: { title: 'Unsupported Media Type', description: 'The content type, its character set or its encoding is not taken.' },
  422: {
    title: 'Unprocessable Entity',
    description: 'It cannot be understood. errors lists every fault, each with its pointer. Mend them and send it again.',
  },
  429: {
    title: 'Too Many Requests',
    description: 'More requests in a second than one client may make. Wait for Retry-After seconds and send it again.',
  },
  500: { title: 'Internal Server Error', description: 'A fault of the hub. Tell whoever runs it the reference.' },
  503: {
    title: 'Service Unavailable',
    description: 'Something that the hub needs does not answer. Wait for Retry-After seconds and send it again: nothing was lost.',
  },
};

export const problemSchemas: Readonly<Record<string, JsonSchema>> = {
  Problem: shape<ProblemDocument>(
    {
      type: text('about:blank, or the name of the fault as a URI.', { format: 'uri' }),
      title: text('What the status is called.'),
      status: { type: 'integer', minimum: 400, maximum: 599 },
      detail: text('What is wrong, in plain words. It never repeats what was sent.'),
      errors: list(ref('ProblemItem'), 'Every fault of what was sent.'),
      reference: text('Under which the log of the hub has the fault.'),
    },
    { optional: ['detail', 'errors', 'reference'], description: 'A problem document (RFC 9457).' },
  ),
  ProblemItem: shape<ProblemItem>(
    {
      index: { type: 'integer', minimum: 0, description: 'Which record of a batch, from 0.' },
      pointer: text(
        'Where (RFC 6901), relative to the record as structured JSON, or the name of a parameter. A missing field points at itself.',
      ),
      detail: text('What is wrong, without the value.'),
      status: { type: 'integer', enum: [403, 409, 422] },
    },
    { optional: ['index', 'pointer', 'status'] },
  ),
};

const RETRY_AFTER = { description: 'Seconds to wait.', schema: { type: 'integer', minimum: 1 } } as const;
const HEADERS: Readonly<Record<number, Answer['headers']>> = {
  401: { 'WWW-Authenticate': { description: 'Bearer (RFC 6750).', schema: { type: 'string' } } },
  405: { Allow: { description: 'The methods of this address.', schema: { type: 'string' } } },
  429: { 'Retry-After': RETRY_AFTER },
  503: { 'Retry-After': RETRY_AFTER },
};

/** The problems as they stand under `components`. */
export const problemAnswers: Readonly<Record<string, Answer>> = Object.fromEntries(
  Object.entries(problemsInWords).map(([status, { title, description }]): [string, Answer] => {
    const headers = HEADERS[Number(status)];
    return [
      title.replaceAll(' ', ''),
      { description, ...(headers === undefined ? {} : { headers }), content: { 'application/problem+json': { schema: ref('Problem') } } },
    ];
  }),
);

/** The statuses of every problem of a route: its own, 500, and for who must sign in 401, 403 and 503. */
export const problemStatuses = (route: Route): readonly number[] => {
  const own = route.problems ?? [];
  const signingIn = route.for === 'anybody' ? [] : [401, 503];
  const scoped = route.for === 'anybody' || route.for === 'signed-in' ? [] : [403];
  return [...new Set([...own, ...signingIn, ...scoped, 500])].sort((one, other) => one - other);
};
